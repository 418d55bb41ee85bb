import { expect, test } from 'vitest';
import { passagesIn } from './passages.ts';

test('finds every text with its place, kind and counterpart', () => {
	const data = {
		id: 'D1',
		name: { de: 'Ziele', en: 'Goals' },
		items: [{ evidence: { de: ['Beschluss', 'Bericht'], en: ['Decision'] } }]
	};
	expect(passagesIn(data)).toEqual([
		{ path: ['name', 'de'], locale: 'de', text: 'Ziele', other: 'Goals', kind: 'name' },
		{ path: ['name', 'en'], locale: 'en', text: 'Goals', other: 'Ziele', kind: 'name' },
		{ path: ['items', 0, 'evidence', 'de', 0], locale: 'de', text: 'Beschluss', other: 'Decision', kind: 'evidence' },
		{ path: ['items', 0, 'evidence', 'de', 1], locale: 'de', text: 'Bericht', other: undefined, kind: 'evidence' },
		{ path: ['items', 0, 'evidence', 'en', 0], locale: 'en', text: 'Decision', other: 'Beschluss', kind: 'evidence' }
	]);
});

test.each([[undefined], [null], ['text'], [3], [[]], [{ name: { de: 4 } }]])('%j holds no passages', (data) => {
	expect(passagesIn(data)).toEqual([]);
});
