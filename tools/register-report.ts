// What `npm run register` says: German and English on one line, keys and names as they are.
import type { RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import type { BadLine } from '#lib/domain/municipality/register.ts';
import { FILE_LIMIT } from '#lib/server/municipalities/register-file.ts';
import type { ImportRefusal, ImportReport, ImportStep } from '#lib/server/municipalities/register-import.ts';

const SOURCE = '© Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV-ISys';
/** More lines than that are not read, only counted. */
const LINES = 200;

const STEPS: Record<ImportStep, string> = {
	reading: 'Lesen · reading',
	comparing: 'Vergleichen · comparing',
	writing: 'Speichern · writing'
};

/** Tells on a terminal which step has begun; the steps share one line there. */
export function showStep(step: ImportStep, count: number): void {
	const unit = step === 'reading' ? 'Byte' : 'Einträge · entries';
	process.stderr.write(
		`${process.stderr.isTTY ? '\r\x1b[K' : ''}${STEPS[step]}: ${count} ${unit}${process.stderr.isTTY ? '' : '\n'}`
	);
}

const PROBLEMS: Record<BadLine['problem'], string> = {
	record: 'unbekannte Satzart (Spalte 1–2) · unknown kind of record (columns 1–2)',
	date: 'kein Datum (Spalte 3–10) · no date (columns 3–10)',
	otherDate: 'anderes Datum als in den Zeilen davor (Spalte 3–10) · another date than the lines before (columns 3–10)',
	key: 'kein Schlüssel dieser Satzart (Spalte 11–22) · no key of this kind of record (columns 11–22)',
	name: 'Name fehlt oder ist nicht lesbar (Spalte 23–72) · name missing or unreadable (columns 23–72)',
	code: 'unbekanntes Textkennzeichen (Spalte 123–124) · unknown text code (columns 123–124)',
	area: 'Fläche fehlt oder ist verschoben (Spalte 129–139) · area missing or shifted (columns 129–139)',
	population:
		'Bevölkerung fehlt oder ist verschoben (Spalte 140–150) · population missing or shifted (columns 140–150)',
	twice: 'Schlüssel kommt schon weiter oben vor · key stands further up already',
	orphan: 'übergeordneter Satz fehlt in der Datei · the record above it is missing from the file'
};

const HINT = `Gebraucht wird „GV100AD“ (Festformat, Textdatei oder ZIP) aus dem Gemeindeverzeichnis auf www.destatis.de.
What is needed is "GV100AD" (fixed width, text file or ZIP) from the register of municipalities at www.destatis.de.`;

/** Why nothing was imported, and what to do. */
export function describeRefusal(refusal: ImportRefusal): string {
	switch (refusal.refused) {
		case 'empty':
			return 'Die Datei ist leer. · The file is empty.';
		case 'tooLarge':
		case 'hugeZip':
			return `Die Datei ist größer, als ein Gemeindeverzeichnis sein kann (${FILE_LIMIT / 2 ** 20} MB, auch ausgepackt). · The file is larger than a register can be, packed or unpacked.\n${HINT}`;
		case 'workbook':
			return `Das ist eine Excel- oder Calc-Tabelle, etwa der „Auszug aus dem Gemeindeverzeichnis“; ihr fehlen Sätze, die hier nötig sind. · This is a spreadsheet, which lacks records that are needed here.\n${HINT}`;
		case 'brokenZip':
			return `Das ZIP ist beschädigt oder unvollständig; laden Sie es noch einmal herunter. · The ZIP is damaged or incomplete; download it again.`;
		case 'notText':
		case 'notRegister':
			return `Das ist kein Gemeindeverzeichnis im Festformat. · This is no register in the fixed-width format.\n${HINT}`;
		case 'noRegisterInside':
			return `Im ZIP liegt keine Datei GV100AD….txt, sondern · The ZIP holds no file GV100AD….txt but: ${listOf(refusal.names)}\n${HINT}`;
		case 'severalInside':
			return `Im ZIP liegen mehrere Verzeichnisse; geben Sie eine der Textdateien an. · The ZIP holds several registers; name one of the text files: ${listOf(refusal.names)}`;
		case 'older':
			return `Die Datei ist vom ${refusal.date}, eingespielt ist schon das Verzeichnis vom ${refusal.present}. · The file is of ${refusal.date}, the register here of ${refusal.present} already.`;
		case 'extract':
			return `Mit dieser Datei fielen ${refusal.gone} von ${refusal.of} Einträgen weg; sie ist wohl nur ein Auszug. · This file would take away ${refusal.gone} of ${refusal.of} entries; it seems to be an extract.`;
		case 'badLines':
			return [...refusal.bad.slice(0, LINES).map(describeLine), ...more(refusal.bad.length)].join('\n');
	}
}

const describeLine = ({ line, problem, found }: BadLine) => `Zeile · line ${line}: ${PROBLEMS[problem]}: „${found}“`;

const listOf = (names: string[]) => names.slice(0, LINES).join(', ');

function more(count: number): string[] {
	return count > LINES ? [`… und ${count - LINES} weitere · and ${count - LINES} more`] : [];
}

/** What an import has changed. */
export function describeReport(report: ImportReport): string {
	const { added, changed, unchanged, gone, leftOut, fictitious } = report;
	const merged = gone.filter(({ successor }) => successor !== null);
	const renamed = changed.filter(({ before, after }) => before.name !== after.name || before.kind !== after.kind);
	const first = unchanged + changed.length + gone.length === 0;
	return [
		`Gemeindeverzeichnis vom · register of ${report.date}`,
		...(report.nothingNew ? ['Schon eingespielt, nichts geändert. · Imported already, nothing changed.'] : []),
		row('neu · added', added.length),
		row('geändert · changed', changed.length),
		row('unverändert · unchanged', unchanged),
		row('weggefallen · gone', gone.length),
		row('  davon wohl aufgegangen · of these probably merged', merged.length),
		'Ausgelassene Sätze · records left out',
		row('  Länder, Bezirke, Regionen · Länder and regions', leftOut.headings),
		row('  Kreise kreisfreier Städte · districts of independent cities', leftOut.independentCities),
		row('  Verbände aus einer Gemeinde · associations of one', leftOut.singleMunicipalities),
		row('  gemeindefreie Gebiete · unincorporated areas', leftOut.unincorporated),
		...(fictitious.removed + fictitious.hidden > 0 ? describeFictitious(fictitious) : []),
		...(first ? [] : list('Neu · added', added.map(label))),
		...list('Weggefallen · gone (→ Vorschlag nach Fläche · suggested by area)', gone.map(describeGone)),
		...list(
			'Umbenannt · renamed',
			renamed.map(({ before, after }) => `${label(before)} → ${label(after)}`)
		),
		SOURCE
	].join('\n');
}

const row = (label: string, count: number) => `${label.padEnd(62)} ${String(count).padStart(6)}`;

const label = ({ key, name, kind }: RegisterEntry) => `${key} ${name} (${kind})`;

const describeGone = ({ entry, successor }: ImportReport['gone'][number]) =>
	`${label(entry)} → ${successor ? label(successor) : '?'}`;

function describeFictitious({ removed, hidden }: ImportReport['fictitious']): string[] {
	return [
		row('erfundene Einträge entfernt · made-up entries removed', removed),
		row('erfundene Einträge verborgen, da verwendet · hidden, as in use', hidden)
	];
}

function list(heading: string, lines: string[]): string[] {
	return lines.length === 0
		? []
		: [heading, ...lines.slice(0, LINES).map((line) => `  ${line}`), ...more(lines.length)];
}
