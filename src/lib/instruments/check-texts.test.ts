import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkTexts } from '#lib/instruments/check-texts.ts';
import { temporaryFolder } from '../../../tests/support/folder.ts';
import { crosswalkText, writeTwoVersions } from '../../../tests/support/next-version.ts';

const TEXTS = 'src/lib/instruments/standort-2030/1.0.0';

/** A copy of the texts in which one passage of one file is replaced once. */
function spoilt(file: string, from: string | RegExp, to: string): { folder: string; text: string } {
	const folder = temporaryFolder();
	cpSync(TEXTS, folder, { recursive: true });
	const before = readFileSync(join(folder, file), 'utf8');
	const text = before.replace(from, to);
	if (text === before) throw new Error(`${String(from)} is not in ${file}`);
	writeFileSync(join(folder, file), text);
	return { folder, text };
}

const told = (folder: string) => checkTexts(folder).map((p) => `${p.file}:${p.line} ${p.rule} ${p.reason.de}`);

test('the texts of this product break no rule and give rise to no hint', () => {
	expect(checkTexts(TEXTS)).toEqual([]);
});

test.each<[string, string, string | RegExp, string, string[]]>([
	[
		'a misspelt entry',
		'decision.yaml',
		'    question:\n',
		'    frage:\n',
		['decision.yaml:7 structure Der Eintrag „question“ fehlt.', 'decision.yaml:7 structure Unbekannter Eintrag: frage.']
	],
	[
		'a missing English text',
		'decision.yaml',
		/\n {10}en: "How binding[^\n]*/,
		'',
		['decision.yaml:21 structure Der Eintrag „en“ fehlt.']
	],
	[
		'an empty text',
		'decision.yaml',
		'"Messbarkeit der Nachhaltigkeitsziele"',
		'""',
		['decision.yaml:53 structure Der Text ist leer.']
	],
	[
		'a sixth level',
		'decision.yaml',
		'        levels:\n',
		'        levels:\n          - { de: "Nichts.", en: "None." }\n',
		['decision.yaml:27 structure Genau 5 Einträge sind nötig, hier sind es 6.']
	],
	[
		'an answer that is neither true nor false',
		'decision.yaml',
		'core: true',
		'core: ja',
		['decision.yaml:20 structure „core“ muss true oder false sein.']
	],
	[
		'a role that does not exist',
		'decision.yaml',
		'roles: [leadership,',
		'roles: [mayor,',
		['decision.yaml:17 structure Erlaubt ist hier nur: leadership, treasury, department, coordination, council, staff.']
	],
	[
		'a malformed id',
		'decision.yaml',
		'id: D1.1',
		'id: D-1',
		[
			'decision.yaml:19 structure „D-1“ hat nicht die richtige Form (Kriterium wie D1, Aussage wie D1.2, Fassung wie 1.0.0).'
		]
	],
	[
		'another dimension in the file',
		'budget.yaml',
		'id: budget',
		'id: decision',
		['budget.yaml:1 ids Nach dem Namen von Ordner und Datei muss hier „budget“ stehen, nicht „decision“.']
	],
	[
		'a hurdle that points nowhere',
		'frame.yaml',
		'items: ["A2.1", "A2.3"',
		'items: ["A2.9", "A2.3"',
		['frame.yaml:200 references A2.9 gibt es nicht.']
	],
	[
		'a text without quotation marks',
		'decision.yaml',
		'"Messbarkeit der Nachhaltigkeitsziele"',
		'Messbarkeit der Ziele',
		['decision.yaml:53 quotes Hier fehlen die doppelten Anführungszeichen.']
	],
	[
		'an entry that stands twice',
		'decision.yaml',
		'core: true',
		'core: true\n        core: true',
		['decision.yaml:21 yaml Dieser Eintrag steht hier zweimal. Bitte einen davon löschen.']
	],
	[
		'a tab',
		'decision.yaml',
		'        core: true',
		'\tcore: true',
		['decision.yaml:20 yaml Einrückungen bestehen aus Leerzeichen, nicht aus Tabulatoren.']
	],
	[
		'a forgotten quotation mark',
		'frame.yaml',
		'en: "2030 Agenda" }',
		'en: "2030 Agenda }',
		['frame.yaml:366 yaml Hier fehlt ein Zeichen, meist ein Anführungszeichen, ein Komma oder eine Klammer.']
	],
	[
		'a colon in a text without quotation marks',
		'decision.yaml',
		'"Messbarkeit der Nachhaltigkeitsziele"',
		'Ziele: Messbarkeit',
		[
			'decision.yaml:53 yaml Der Aufbau der Datei stimmt hier nicht (Nested mappings are not allowed in compact mappings).'
		]
	]
])('%s is found in its line', (_, file, from, to, expected) => {
	const { folder } = spoilt(file, from, to);
	expect(told(folder)).toEqual(expected);
});

test('a missing file and an empty one are told', () => {
	const { folder } = spoilt('budget.yaml', /[^]*/, '');
	rmSync(join(folder, 'administration.yaml'));
	expect(told(folder)).toEqual([
		'administration.yaml:1 structure Diese Datei fehlt im Ordner.',
		'budget.yaml:1 structure Die Datei ist leer oder eine Liste.'
	]);
});

test('a file in another encoding is told with the line of its first strange letter', () => {
	const { folder, text } = spoilt('decision.yaml', 'en: "', 'en: "The ');
	writeFileSync(join(folder, 'decision.yaml'), Buffer.from(text, 'latin1'));
	expect(told(folder)).toEqual([
		'decision.yaml:4 yaml Die Datei ist nicht in UTF-8 gespeichert. Bitte im Editor als UTF-8 speichern.'
	]);
});

test('wording is checked in the files that can be read, whatever is wrong elsewhere', () => {
	const { folder } = spoilt('decision.yaml', 'Messbarkeit der', 'Messbarkeit  der');
	rmSync(join(folder, 'budget.yaml'));
	expect(told(folder)).toEqual([
		'budget.yaml:1 structure Diese Datei fehlt im Ordner.',
		'decision.yaml:53 spaces Hier steht ein Leerzeichen zu viel.'
	]);
});

test('a version beside an earlier one needs a crosswalk and its own number', () => {
	const folder = temporaryFolder();
	writeTwoVersions(folder);
	const second = join(folder, 'standort-2030', '1.1.0');
	expect(told(second)).toEqual([]);
	writeFileSync(join(second, 'crosswalk.yaml'), crosswalkText({ 'B6.3': 'dropped' }));
	expect(told(second)).toEqual([
		'crosswalk.yaml:2 crosswalk Aussage B6.3 der Fassung 1.1.0 fehlt hier.',
		'crosswalk.yaml:55 crosswalk B6.3 gibt es in beiden Fassungen, also „same“ oder „changed“. Eine neue Frage braucht eine neue Nummer.'
	]);
	rmSync(join(second, 'crosswalk.yaml'));
	expect(told(second)).toEqual(['crosswalk.yaml:1 structure Diese Datei fehlt im Ordner.']);
});
