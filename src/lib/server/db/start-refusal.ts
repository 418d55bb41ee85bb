/** Why the service does not start, and what to do, in words for whoever runs it. */

const SENTENCES = {
	sqliteTooOld: (version) => [
		`SQLite ${version} ist zu alt: Ein Fehler darin kann bestätigte Angaben verlieren. Installieren Sie die Pakete neu (npm ci).`,
		`SQLite ${version} is too old: a fault in it can lose confirmed answers. Install the packages again (npm ci).`
	],
	notDurable: (file) => [
		`Auf dem Speicherort von ${file} lassen sich Angaben nicht sicher speichern. Legen Sie die Datei auf eine lokale Festplatte.`,
		`Answers cannot be stored safely where ${file} lies. Put the file on a local disk.`
	],
	notReachable: (file) => [
		`Die Datenbank ${file} lässt sich nicht öffnen. Prüfen Sie, ob der Ordner besteht, diesem Benutzer gehört und Platz hat.`,
		`The database ${file} cannot be opened. Check that its folder exists, belongs to this user and has space left.`
	],
	corrupted: (file) => [
		`Die Datenbank ${file} ist beschädigt und wurde nicht verändert. Spielen Sie die letzte Sicherung ein (docs/operations.md).`,
		`The database ${file} is corrupted and has been left as it is. Restore the last backup (docs/operations.md).`
	],
	foreign: (file) => [
		`Die Datei ${file} ist eine Datenbank eines anderen Programms. Geben Sie mit DATABASE_FILE eine andere Datei an.`,
		`The file ${file} is a database of another program. Name another file by DATABASE_FILE.`
	],
	newer: (file) => [
		`Die Datenbank ${file} gehört zu einer neueren oder anderen Fassung dieses Programms. Starten Sie jene Fassung, oder spielen Sie die Sicherung von vor der Umstellung ein (docs/operations.md).`,
		`The database ${file} belongs to a newer or other version of this program. Start that version, or restore the backup from before the change (docs/operations.md).`
	],
	inUse: (file) => [
		`In die Datenbank ${file} schreibt schon ein anderes Programm, wohl der laufende Dienst. Beenden Sie ihn zuerst.`,
		`Another program writes to the database ${file} already, probably the running service. Stop it first.`
	],
	migrationFailed: (reason) => [
		`Die Datenbank ließ sich nicht auf diese Fassung umstellen (${reason}). Sie ist unverändert: Die vorige Fassung des Programms läuft weiter damit. Melden Sie den Fehler, und starten Sie bis dahin die vorige Fassung.`,
		`The database could not be brought to this version (${reason}). It is unchanged: the previous version of the program still runs with it. Report the error, and start the previous version until then.`
	],
	keyMissing: (file) => [
		`Der Schlüssel ${file} fehlt. Ohne ihn öffnet kein Zugangscode mehr seinen Selbstcheck, oder niemand kann sich mehr anmelden. Spielen Sie den Schlüsselordner aus Ihrer Sicherung ein, oder nennen Sie ihn mit KEY_FOLDER.`,
		`The key ${file} is missing. Without it no resume code opens its check any more, or nobody can sign in. Restore the folder of keys from your backup, or name it by KEY_FOLDER.`
	],
	keyDamaged: (file) => [
		`Der Schlüssel ${file} ist beschädigt. Spielen Sie den Schlüsselordner aus Ihrer Sicherung ein.`,
		`The key ${file} is damaged. Restore the folder of keys from your backup.`
	]
} satisfies Record<string, (subject: string) => [german: string, english: string]>;

/** Ends the start of the service or of a command that writes; the message is a German and an English sentence. */
export class StartRefusal extends Error {
	override readonly name = 'StartRefusal';
	readonly reason: keyof typeof SENTENCES;

	constructor(reason: keyof typeof SENTENCES, subject: string, options?: ErrorOptions) {
		super(SENTENCES[reason](subject).join('\n'), options);
		this.reason = reason;
	}
}
