// What the command that calculates closed assessments again says about one that does not come out as stored.
import type { Replayed, ReplayProblem } from '#lib/server/replays.ts';

/** The lines about one assessment, the first with its id. */
export function describeProblems({ id, problems }: Replayed): string {
	return [id, ...problems.map((problem) => `  ${inWords(problem)}`)].join('\n');
}

function inWords(found: ReplayProblem): string {
	switch (found.problem) {
		case 'unreadable':
			return `Was gespeichert ist, lässt sich nicht lesen. · What is stored cannot be read.\n${indent(found.reason)}`;
		case 'unknownInstrument':
			return `Den Fragebogen ${found.instrument} ${found.version} kennt dieses Programm nicht. · This program does not know the questionnaire ${found.instrument} ${found.version}.`;
		case 'otherTexts':
			return `Die Texte der Fassung ${found.version} sind heute andere als damals (SHA-256). · The texts of version ${found.version} are not those of then (SHA-256).
    gespeichert · stored ${found.stored}
    jetzt · now ${found.again}`;
		case 'otherRules':
			return `Gerechnet wurde mit Fassung ${found.stored} der Regeln, dieses Programm hat ${found.again}. · It was calculated by version ${found.stored} of the rules, this program has ${found.again}.`;
		case 'difference':
			return `${found.path}: gespeichert · stored ${shown(found.stored)}, nachgerechnet · recomputed ${shown(found.again)}`;
	}
}

function shown(value: unknown): string {
	return value === undefined ? '–' : JSON.stringify(value);
}

function indent(text: string): string {
	return text.replaceAll(/^/gm, '    ');
}

/** The closing line: how many there were, and how many of them came out the same. */
export function summarise(equal: number, different: number): string {
	return [
		`Nachgerechnet · recomputed: ${equal + different}`,
		`gleich · equal: ${equal}`,
		`nicht gleich · not equal: ${different}`
	].join('\n');
}
