import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { askingOf, isAsked, ratingsOf, readValue, schemaOf, statusOfCriteria, type StoredAnswer } from './answering.ts';
import type { DimensionId, Variant } from '#lib/domain/instrument/instrument.ts';
import { lacksReason } from './question.ts';

const { instrument } = currentInstrument();
const asking = (variant: Variant, scope?: DimensionId) => askingOf(instrument, { variant, scope });

function stored(value: StoredAnswer['value'], toBeConfirmed = false): StoredAnswer {
	return { questionId: '', revision: 1, value, toBeConfirmed };
}

test.each([
	[undefined, true],
	['', true],
	['  ab ', true],
	['abc', false]
])('M1: "does not apply" with the reason %j lacks its reason: %j', (reason, lacks) => {
	expect(lacksReason({ rating: 'notApplicable', ...(reason === undefined ? {} : { reason }) })).toBe(lacks);
});

test('only "does not apply" needs a reason', () => {
	expect(
		[{ rating: 3 as const }, { rating: 'unknown' as const }, {}, { importance: 2 as const }].map(lacksReason)
	).toEqual([false, false, false, false]);
});

test('ratings that count: chosen, with reason, confirmed; importance is none', () => {
	const answers = new Map([
		['D1.1', stored({ rating: 4 })],
		['D1.2', stored({ rating: 'unknown' })],
		['D1.3', stored({ rating: 'notApplicable' })],
		['D2.1', stored({ rating: 'notApplicable', reason: 'hat der Kreis' })],
		['D2.2', stored({ rating: 2 }, true)],
		['D2.3', stored({ comment: 'noch offen' })],
		['D2', stored({ importance: 4 })]
	]);
	expect(ratingsOf(answers)).toEqual({ 'D1.1': 4, 'D1.2': 'unknown', 'D2.1': 'notApplicable' });
});

test('M1: where the reason is optional, "does not apply" counts without one', () => {
	const answers = new Map([['D1.3', stored({ rating: 'notApplicable' })]]);
	expect(ratingsOf(answers, true)).toEqual({ 'D1.3': 'notApplicable' });
	const [first] = statusOfCriteria({ ...asking('full'), reasonOptional: true }, answers);
	expect(first).toMatchObject({ answered: 1, withoutReason: 0 });
});

test('the status of a criterion tells what is answered, to be confirmed and without reason', () => {
	const answers = new Map([
		['D1.1', stored({ rating: 4 })],
		['D1.2', stored({ rating: 1 }, true)],
		['D1.3', stored({ rating: 'notApplicable' })]
	]);
	const [first, second] = statusOfCriteria(asking('full'), answers);
	expect(first).toMatchObject({ asked: 3, answered: 1, toBeConfirmed: 1, withoutReason: 1 });
	expect(second).toMatchObject({ asked: 3, answered: 0, toBeConfirmed: 0, withoutReason: 0 });
});

test('short asks one item a criterion, one dimension six criteria', () => {
	expect(statusOfCriteria(asking('short'), new Map()).map(({ asked }) => asked)).toEqual(Array(18).fill(1));
	expect(statusOfCriteria(asking('full', 'budget'), new Map()).map(({ criterion }) => criterion.id)).toEqual([
		'B1',
		'B2',
		'B3',
		'B4',
		'B5',
		'B6'
	]);
});

test.each([
	['full', undefined, 'D1.2', true],
	['short', undefined, 'D1.2', false],
	['short', undefined, 'D1.1', true],
	['short', undefined, 'D1', true],
	['full', 'budget', 'D1.1', false],
	['full', 'budget', 'B6', true],
	['full', undefined, 'X9.9', false],
	['full', undefined, '__proto__', false]
] as const)('%s of %s asks %s: %s', (variant, scope, question, asked) => {
	expect(isAsked(asking(variant, scope), question)).toBe(asked);
});

test.each([
	['D1.1', { rating: 6 }],
	['D1.1', { rating: '3' }],
	['D1.1', { importance: 1 }],
	['D1.1', { comment: 'x'.repeat(2001) }],
	['D1', { rating: 3 }],
	['D1', { targetYear: 1999 }]
])('the value of %s cannot be %j', (question, value) => {
	expect(schemaOf(question).safeParse(value).success).toBe(false);
});

test('hurdles are asked in rounds alone, up to three different ones of the instrument', () => {
	const solo = asking('short', undefined);
	const round = { ...solo, hurdles: ['H01', 'H02', 'H03', 'H04'] };
	const named = (...ids: string[]) => ({ hurdles: ids.map((id) => ({ id, severity: 2 })) });
	const read = (value: unknown) => readValue(round, 'hurdles', value);
	expect(readValue(solo, 'hurdles', named('H01'))).toBeUndefined();
	expect(read(named('H01', 'H02', 'H03'))).toEqual(named('H01', 'H02', 'H03'));
	expect(read(named())).toEqual(named());
	expect(read(named('H01', 'H02', 'H03', 'H04'))).toBeUndefined();
	expect(read(named('H01', 'H01'))).toBeUndefined();
	expect(read(named('H16'))).toBeUndefined();
	expect(read({ hurdles: [{ id: 'H01', severity: 0 }] })).toBeUndefined();
	expect(read({ rating: 3 })).toBeUndefined();
});
