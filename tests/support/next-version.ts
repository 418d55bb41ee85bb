import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstruments, type LoadedInstrument } from '#lib/instruments/index.ts';

const FIRST = 'src/lib/instruments/standort-2030/1.0.0';
const FILES = ['frame.yaml', 'decision.yaml', 'administration.yaml', 'budget.yaml'];

/** What 1.1.0 does to the texts of 1.0.0: D1.2 changes, D2.4 replaces D2.3, A3.3 becomes A3.4 with the same words. */
const EDITS: Record<string, [string, string][]> = {
	'frame.yaml': [
		['version: 1.0.0', 'version: 1.1.0'],
		['"D2.3"', '"D2.4"'],
		['"A3.3"', '"A3.4"']
	],
	'decision.yaml': [
		['Messbarkeit der Nachhaltigkeitsziele', 'Messbarkeit der Ziele und Teilziele'],
		['Measurability of the sustainability goals', 'Measurability of the goals and sub-goals'],
		['id: D2.3', 'id: D2.4']
	],
	'administration.yaml': [['id: A3.3', 'id: A3.4']],
	'budget.yaml': []
};

/** The crosswalk of 1.1.0 as text; every entry can be given another value. */
export function crosswalkText(changes: Record<string, string> = {}): string {
	const ids = ['D', 'A', 'B'].flatMap((letter) =>
		[1, 2, 3, 4, 5, 6].flatMap((criterion) => [1, 2, 3].map((item) => `${letter}${criterion}.${item}`))
	);
	const entries: Record<string, string> = {
		...Object.fromEntries(ids.filter((id) => id !== 'A3.3').map((id) => [id, 'same'])),
		'D1.2': 'changed',
		'D2.3': 'dropped',
		'D2.4': 'new',
		'A3.4': '{ change: same, was: A3.3 }',
		...changes
	};
	const lines = Object.entries(entries).map(([id, entry]) => `  ${id}: ${entry}`);
	return ['from: 1.0.0', 'items:', ...lines, ''].join('\n');
}

/** Writes the folders of 1.0.0, as it is, and of 1.1.0, made from it, below a folder that is empty. */
export function writeTwoVersions(folder: string, crosswalk = crosswalkText()): void {
	for (const version of ['1.0.0', '1.1.0']) {
		const target = join(folder, 'standort-2030', version);
		mkdirSync(target, { recursive: true });
		for (const file of FILES) {
			const text = readFileSync(join(FIRST, file), 'utf8');
			const edits = version === '1.1.0' ? (EDITS[file] ?? []) : [];
			writeFileSync(
				join(target, file),
				edits.reduce((result, [from, to]) => result.replaceAll(from, to), text)
			);
		}
	}
	writeFileSync(join(folder, 'standort-2030', '1.1.0', 'crosswalk.yaml'), crosswalk);
}

/** Both versions, loaded: the earlier first. */
export function loadTwoVersions(folder: string): LoadedInstrument[] {
	writeTwoVersions(folder);
	return readInstruments(folder);
}
