import { expect, test } from 'vitest';
import { readSettings, typedFrom, USUAL_SETTINGS, type TypedSettings } from './form.ts';
import type { RoundSettings } from './round.ts';

const TODAY = '2026-11-25';
const SETTINGS: RoundSettings = {
	...{ ...USUAL_SETTINGS, title: 'Herbst 2026', variant: 'full', scope: 'budget', collectUntil: '2026-12-20' },
	leaders: ['Kämmerei', 'Stabsstelle']
};
const typed = (changes: Partial<TypedSettings>) => readSettings({ ...typedFrom(SETTINGS), ...changes }, TODAY);

test('what a form shows of settings is read as the same settings', () => {
	expect(typed({})).toEqual(SETTINGS);
	const short = { ...USUAL_SETTINGS, title: 'Kurz', variant: 'short' as const, resultForRespondents: false };
	expect(readSettings(typedFrom(short), TODAY)).toEqual({ ...short, scope: undefined, collectUntil: undefined });
});

test('fields that cannot be accepted are named together, in their order', () => {
	const wrong = { title: ' ', extent: 'half', mode: 'secret', collectUntil: 'soon', remindersMost: '4' };
	expect(typed({ ...wrong, leaders: ['x'.repeat(81)] })).toEqual({
		wrong: ['title', 'extent', 'mode', 'collectUntil', 'leaders', 'remindersMost']
	});
});

test.each([
	['2026-11-24', false],
	['2026-11-25', true],
	['2027-05-25', true],
	['2027-05-26', false],
	['2026-02-30', false],
	['', true]
])('D16: the last day %s, accepted: %s', (collectUntil, accepted) => {
	expect('wrong' in typed({ collectUntil })).toBe(!accepted);
});

test('leaders left empty and named twice are left out', () => {
	expect(typed({ leaders: [' Kämmerei ', '', 'Kämmerei'] })).toMatchObject({ leaders: ['Kämmerei'] });
	expect(typed({ leaders: ['a', 'b', 'c', 'd'] })).toEqual({ wrong: ['leaders'] });
});
