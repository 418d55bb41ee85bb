import { expect, test } from 'vitest';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { spreadIntervals } from './interval.ts';
import type { Respondent } from './item-result.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();
const items = itemsOf(instrument, 'short', 'budget').map(({ id }) => id);

/** One person after the other, each with the same answer to everything, or with one for each item. */
function team(...ratings: (Rating | Rating[])[]): Respondent[] {
	return ratings.map((rating, index) => ({
		id: `r${String(index).padStart(2, '0')}`,
		role: null,
		ratings: Object.fromEntries(items.map((id, item) => [id, Array.isArray(rating) ? rating[item] : rating]))
	}));
}

function budgetInterval(respondents: Respondent[], masked?: ReadonlySet<string>, seed = 2030) {
	const input = { variant: 'short', scope: 'budget', respondents, ...(masked && { masked }) } as const;
	return spreadIntervals(instrument, input, mulberry32(seed)).budget;
}

test('M11: a team that agrees has no spread', () => {
	expect(budgetInterval(team(3, 3, 3, 3, 3, 3, 3, 3))).toEqual([3, 3]);
});

test('M11: seven respondents have no interval, nor have eight submissions of seven people', () => {
	const seven = team(1, 2, 3, 4, 5, 1, 2);
	expect(budgetInterval(seven)).toBeUndefined();
	expect(budgetInterval([...seven, ...seven.slice(0, 1)])).toBeUndefined();
});

test('M11: the ends are quantiles of the resampled scores', () => {
	const [lower, upper] = budgetInterval(team(1, 1, 2, 2, 3, 3, 4, 4)) ?? [];
	// The mean is 2.5, its standard error about 0.4.
	expect(lower).toBeGreaterThan(1.6);
	expect(lower).toBeLessThan(2.1);
	expect(upper).toBeGreaterThan(2.9);
	expect(upper).toBeLessThan(3.4);
});

test('M11: the same seed gives the same digits, in whatever order people answered', () => {
	const respondents = team([1, 2, 3], 5, [2, 5, 1, 1], [4, 4, 3], 3, [3, 1], 1, [2, 3, 5, 1, 4, 4], [5, 2, 4, 4]);
	const reversed = respondents.toReversed();
	expect(budgetInterval(reversed)).toEqual(budgetInterval(respondents));
	expect(budgetInterval(respondents, undefined, 2031)).not.toEqual(budgetInterval(respondents));
});

test('M11: a dimension without a score has no interval', () => {
	expect(budgetInterval(team(...Array.from({ length: 8 }, () => 'unknown' as const)))).toBeUndefined();
});

test('M11: a dimension without a score has none either where resamples do have a score', () => {
	// Three criteria have a score, two have none; the last applies in some resamples only, and lets M4 hold there.
	const said = (last: Rating): Rating[] => [3, 3, 3, 'unknown', 'unknown', last];
	const hardlyApplies: Rating[] = ['notApplicable', 'notApplicable', 'notApplicable', 'notApplicable', 'notApplicable'];
	const answers: Rating[] = [...hardlyApplies, 4, 4, 4, 4];
	expect(budgetInterval(team(...answers.map(said)))).toBeUndefined();
	expect(budgetInterval(team(...answers.slice(1).map(said)))).toBeDefined();
});

test('M11: resamples without a score are left out', () => {
	const onlyOneKnows = team(4, ...Array.from({ length: 8 }, () => 'unknown' as const));
	expect(budgetInterval(onlyOneKnows)).toEqual([4, 4]);
});

test('M11, D12: the levels of a masked item are not used', () => {
	const low: Rating[] = [1, 3, 3, 3, 3, 3];
	const respondents = team(...Array.from({ length: 8 }, () => low));
	expect(budgetInterval(respondents)?.[0]).toBeCloseTo(16 / 6, 12);
	expect(budgetInterval(respondents, new Set(items.slice(0, 1)))).toEqual([3, 3]);
});
