import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { releaseOrder } from '../../../../tests/support/release-order.ts';
import { citationOf } from './about.ts';
import { fileNameOf, RELEASE_FILE_IDS } from './file.ts';
import { citationFileOf, readmeOf } from './readme.ts';

const { about } = releaseOrder();

test('the read-me names every file, licence and citation in both languages', () => {
	const text = readmeOf(about);
	for (const id of RELEASE_FILE_IDS.filter((one) => one !== 'all.zip'))
		expect(text.split(`  ${fileNameOf(id, 2)}\n`), id).toHaveLength(3);
	expect(text).toContain(citationOf(about).de);
	expect(text).toContain(citationOf(about).en);
	expect(text).toMatch(/hat sich selbst dafür entschieden[^]*self-selected/);
	expect(text).toContain(about.sha256);
	expect(text).toMatch(/nicht als Befunde[^]*not be published as findings/);
	expect(text).toContain(`${about.address}/twin`);
});

test('the citation names who publishes, release, days and address', () => {
	expect(citationOf(about)).toEqual({
		de: 'Standort 2030, Amt für Ümläute & "Söhne" (2026): Vergleichswerte, Veröffentlichungsstand 2, Stichtag 1. November 2026. Lizenz CC BY 4.0. https://standort.example/releases/2',
		en: 'Standort 2030, Amt für Ümläute & "Söhne" (2026): Comparison values, release 2, cut-off date 1 November 2026. Licence CC BY 4.0. https://standort.example/releases/2'
	});
	expect(citationOf({ ...about, publisher: '' }).de).toMatch(/^Standort 2030 \(2026\): /);
});

test('the citation file has the fields that version 1.2.0 of the format asks for', () => {
	const told = parse(citationFileOf(about)) as Record<string, unknown>;
	expect(told).toMatchObject({
		'cff-version': '1.2.0',
		message: expect.any(String),
		type: 'dataset',
		title: expect.stringContaining('Veröffentlichungsstand 2'),
		authors: [{ name: 'Standort 2030' }, { name: 'Amt für Ümläute & "Söhne"' }],
		version: '2',
		url: 'https://standort.example/releases/2',
		license: 'CC-BY-4.0'
	});
});
