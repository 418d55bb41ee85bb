import { expect, test } from 'vitest';
import { scoreAssessment, scoreTallies, soloInput } from './scoring.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();
const everything = (rating: Rating) => Object.fromEntries(itemsOf(instrument, 'full').map((item) => [item.id, rating]));

test('a check with the same level everywhere has that score, and a stage with nothing missing but the next', () => {
	const result = scoreAssessment(instrument, soloInput({ variant: 'full' }, everything(5)));
	expect(result).toMatchObject({ overall: 5, span: 0 });
	expect(result.dimensions.budget).toEqual({
		score: 5,
		stage: 5,
		missing: [],
		lower: 5,
		upper: 5,
		shown: 5,
		percent: 100
	});
	expect(result.criteria.B6).toEqual({
		score: 5,
		notApplicable: false,
		applicable: 3,
		rated: 3,
		lower: 5,
		upper: 5
	});
	expect(result.items['B6.3']).toEqual({ value: 5, notApplicable: false });
});

test('an empty check has no scores and every bound', () => {
	const result = scoreAssessment(instrument, soloInput({ variant: 'full' }, {}));
	expect(result).toMatchObject({ overall: null, span: null });
	expect(result.dimensions.decision).toMatchObject({ score: null, stage: null, missing: [], lower: 1, upper: 5 });
	expect(result.items['D1.1']).toEqual({ value: null, notApplicable: false });
});

test('where nothing applies there is neither score nor bound', () => {
	const result = scoreAssessment(instrument, soloInput({ variant: 'full' }, everything('notApplicable')));
	expect(result.dimensions.decision).toMatchObject({ score: null, stage: null, lower: null, upper: null });
	expect(result.criteria.D1).toMatchObject({ score: null, notApplicable: true, applicable: 0, lower: null });
});

test('one dimension alone is the whole result and has nothing overall', () => {
	const result = scoreAssessment(instrument, soloInput({ variant: 'full', scope: 'budget' }, everything(3)));
	expect(Object.keys(result.dimensions)).toEqual(['budget']);
	expect(Object.keys(result.criteria)).toEqual(['B1', 'B2', 'B3', 'B4', 'B5', 'B6']);
	expect(result).toMatchObject({ overall: null, span: null });
});

test('M17: in the short variant only the core items exist', () => {
	const core = new Set(itemsOf(instrument, 'short').map((item) => item.id));
	const ratings = Object.fromEntries(
		itemsOf(instrument, 'full').map((item): [string, Rating] => [item.id, core.has(item.id) ? 4 : 1])
	);
	const result = scoreAssessment(instrument, soloInput({ variant: 'short' }, ratings));
	expect(Object.keys(result.items)).toHaveLength(18);
	expect(result.overall).toBe(4);
});

test('ids that the instrument does not know are ignored', () => {
	const ratings = { ...everything(2), 'X9.9': 5, constructor: 1 } as const;
	expect(scoreAssessment(instrument, soloInput({ variant: 'full' }, ratings))).toEqual(
		scoreAssessment(instrument, soloInput({ variant: 'full' }, everything(2)))
	);
});

test('M2: a consensus decision replaces the mean of a team; a solo check has none', () => {
	const consensus = { 'D1.1': 5, 'D1.2': 'notApplicable' } as const;
	const solo = { ...soloInput({ variant: 'full' }, everything(2)), consensus };
	expect(scoreAssessment(instrument, { ...solo, mode: 'team' }).criteria.D1).toMatchObject({
		score: 3.5,
		applicable: 2
	});
	expect(scoreAssessment(instrument, solo).criteria.D1).toMatchObject({ score: 2, applicable: 3 });
});

test('M2: of two submissions of one person the last one counts, and once', () => {
	const said = (id: string, rating: Rating) => ({ id, role: null, ratings: everything(rating) });
	const respondents = [said('a', 1), said('b', 3), said('a', 5)];
	const result = scoreAssessment(instrument, { variant: 'full', mode: 'team', respondents, consensus: {} });
	expect(result.overall).toBe(4);
});

test('tallies score like the ratings they stand for, and masked levels are no value', () => {
	const tallies = Object.fromEntries(
		itemsOf(instrument, 'full').map((item) => [item.id, { levels: 2, sum: 5, notApplicable: 1 }])
	);
	const person = (id: string, rating: Rating) => ({ id, role: null, ratings: everything(rating) });
	const respondents = [person('a', 2), person('b', 3), person('c', 'notApplicable'), person('d', 'unknown')];
	expect(scoreTallies(instrument, { variant: 'full' }, tallies, {})).toEqual(
		scoreAssessment(instrument, { variant: 'full', mode: 'team', respondents, consensus: {} })
	);
	const masked = { ...tallies, 'D1.1': { levels: 2, sum: null, notApplicable: 1 } };
	expect(scoreTallies(instrument, { variant: 'full' }, masked, {}).items['D1.1']).toEqual({
		value: null,
		notApplicable: false
	});
});
