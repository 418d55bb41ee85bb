import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind } from './municipality.ts';
import { searchTexts, searchWords } from './words.ts';

const typed = (text: string) =>
	searchWords(text)
		?.words.map(({ text, whole }) => (whole ? `${text}!` : text))
		.join(' ');
const textsOf = (name: string, kind: Kind = 'town', districtName: string | null = null) =>
	searchTexts({ name, kind, districtName });

describe('what a person types, as words', () => {
	test.each([
		['Großöhmstedt', 'grossoehmstedt'],
		['GROSSÖHMSTEDT', 'grossoehmstedt'],
		['Grossoehmstedt', 'grossoehmstedt'],
		['Gro\u00DFo\u0308hmstedt', 'grossoehmstedt'],
		['Öhm-Zwolfen', 'oehm zwolfen'],
		['  öhm   ZWOLFEN ', 'oehm zwolfen'],
		['Yndelow/Yndelojcé', 'yndelow yndelojce'],
		['Wólfłow', 'wolflow'],
		['Öhmried a. d. Quorne', 'oehmried quorne'],
		['Öhmried an der Quorne', 'oehmried quorne'],
		['Öhmried a.d.Quorne', 'oehmried quorne'],
		['St. Ulver', 'sankt! ulver'],
		['st ulver', 'sankt! ulver'],
		['Sankt Ulver', 'sankt ulver'],
		['st', 'st'],
		['Am', 'am'],
		['an der', 'an der']
	])('%j asks for: %s', (text, words) => {
		expect(typed(text)).toBe(words);
	});

	test.each(['', '   ', '-', '"*()', '東京', '🙂'])('%j asks for nothing', (text) => {
		expect(searchWords(text)).toBeUndefined();
	});

	test('a title before the name may be meant or not', () => {
		expect(searchWords('Kreis Öhmstadt')?.labels).toEqual(['kreis oehmstadt', 'oehmstadt']);
		expect(searchWords('Markt Öhmstadt')?.labels).toEqual(['markt oehmstadt', 'oehmstadt']);
		expect(searchWords('Öhmstadt')?.labels).toEqual(['oehmstadt']);
		expect(searchWords('Kreis')?.labels).toEqual(['kreis']);
	});

	test('what stands behind a comma is no part of the name proper', () => {
		expect(searchWords('Markt Öhmstadt, Markt')?.labels).toEqual(['markt oehmstadt', 'oehmstadt']);
		expect(searchWords(', Stadt')?.words).toEqual([{ text: 'stadt', whole: false }]);
	});

	test('any text gives words of a–z and 0–9 only, or none', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
				const found = searchWords(text);
				expect(found?.words.every(({ text }) => /^[a-z0-9]+$/.test(text)) ?? true).toBe(true);
			})
		);
	});
});

describe('the words under which an entry is found', () => {
	test('the name proper, with umlauts as two letters and as bare ones', () => {
		expect(textsOf('Großöhmstedt, Stadt').name).toBe('grossoehmstedt grossohmstedt');
		expect(textsOf('Musterau').name).toBe('musterau');
	});

	test('both ways to write the saint', () => {
		expect(textsOf('St. Ulver').name).toBe(textsOf('Sankt Ulver').name);
		expect(textsOf('St. Ulver').label).toBe(textsOf('Sankt Ulver').label);
	});

	test('beside the name: the rest of it, the kind and the district, in all spellings', () => {
		const { more } = textsOf('Öhmried, Hansestadt', 'town', 'Landkreis St. Ülver');
		expect(more).toBe('hansestadt stadt landkreis sankt st uelver ulver');
		expect(textsOf('Kreis Musterau', 'district').more).toContain('landkreis');
	});

	test('titles count as part of a name, but not for the best match', () => {
		expect(textsOf('Kreis Musterau', 'district')).toMatchObject({ name: 'kreis musterau', label: 'musterau' });
		expect(textsOf('Amt Musterau', 'municipality')).toMatchObject({ name: 'amt musterau', label: 'amt musterau' });
	});

	test('whoever types an official name asks for its label, however it is shortened', () => {
		for (const name of ['Öhmried a.d.Quorne', 'St. Ulver', 'Öhm-Zwolfen (Pfalz)', 'Yndelow/Yndelojce']) {
			expect(searchWords(name)?.labels).toContain(textsOf(name).label);
		}
	});
});
