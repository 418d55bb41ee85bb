// What `npm run demo` says: what it did and what to look at.
import { showCode } from '#lib/domain/answering/resume-code.ts';
import { describeOutcome } from '../release-report.ts';
import type { Demonstration, DemoPart, DemoRefusal } from './fill.ts';

const PARTS: Record<DemoPart, string> = {
	rounds: 'Kommunen und Antworten werden erfunden … · Making up municipalities and answers …',
	release: 'Vergleichswerte werden berechnet … · Building comparison values …',
	checks: 'Zwei Selbstchecks werden angelegt … · Making two checks …',
	town: 'Eine Kommune mit Konto, Runden und Plan wird angelegt … · Making a municipality with account, rounds and plan …'
};

const REFUSALS: Record<DemoRefusal, (file: string) => string> = {
	assessments: (
		file
	) => `Die Datenbank ${file} enthält schon Antworten. Die Demonstration braucht eine leere: Nennen Sie mit DATABASE_FILE eine andere Datei.
The database ${file} holds answers already. The demonstration needs an empty one: name another file by DATABASE_FILE.`,
	register: (
		file
	) => `Die Datenbank ${file} enthält das amtliche Gemeindeverzeichnis. Erfundene Kommunen kommen nicht dazwischen: Nennen Sie mit DATABASE_FILE eine andere Datei.
The database ${file} holds the official register. Made-up municipalities are kept out of it: name another file by DATABASE_FILE.`
};

export function describePart(part: DemoPart): string {
	return PARTS[part];
}

export function describeRefusal(refusal: DemoRefusal, file: string): string {
	return `${REFUSALS[refusal](file)}\nNichts wurde verändert. · Nothing was changed.`;
}

/** @param origin where the service will be reached */
export function describeDemonstration(
	{ municipalities, rounds, built, checks, town }: Demonstration,
	{ file, origin }: { file: string; origin: string }
): string {
	const link = (path: string) => `${origin}${path}`;
	return `
Fertig. In ${file} stehen ${municipalities} erfundene Kommunen mit ${rounds} abgeschlossenen Runden.
Done. ${file} holds ${municipalities} made-up municipalities with ${rounds} closed rounds.

${describeOutcome(built)}

Starten Sie nun den Dienst und sehen Sie sich an: · Now start the service and look at:
  ORGANISER_SECOND_FACTOR=optional npm start    (so geht die Anmeldung ohne zweiten Faktor · signing in without a second factor)

  Angefangener Selbstcheck · a check half answered    ${showCode(checks.open)}
    ${link(`/check/resume#${showCode(checks.open)}`)}
  Fertiges Ergebnis mit Vergleich · a finished result with comparison    ${showCode(checks.finished)}
    ${link(`/check/resume#${showCode(checks.finished)}`)}
  Alle Vergleichswerte · all comparison values
    ${link('/releases/2')}
  ${town.name}: Runden im Entwurf, in der Befragung, in der Sitzung und abgeschlossen, mit Plan
  rounds in draft, collecting, in their meeting and closed, with a plan
    ${link(`/assessments/${town.key}`)}
    E-Mail ${town.email}    Passwort · password ${town.password}
  Begutachtung ihrer ersten Runde; die Anmeldung verlangt, einen zweiten Faktor einzurichten
  a review of its first round; signing in asks for a second factor to be set up
    ${link('/reviews')}
    E-Mail ${town.consultant.email}    Passwort · password ${town.consultant.password}
  Links, mit denen zwei Eingeladene antworten · links by which two people who are invited answer
${town.links.map((part) => `    ${link(`/answer/${part}`)}`).join('\n')}

Auf jeder Seite steht, dass alles erfunden ist. Für echte Angaben nehmen Sie eine andere Datenbank.
Every page says that all of it is made up. For real answers take another database.`;
}
