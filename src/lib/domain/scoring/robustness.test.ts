import { expect, test } from 'vitest';
import { criteriaOf, itemsOfCriterion } from '#lib/domain/instrument/instrument.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { weightRobustness } from './robustness.ts';
import { scoreAssessment, soloInput } from './scoring.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();

/** The robustness of a check with this rating in each criterion, six for each dimension. */
function robustness(ratings: Rating[], random = mulberry32(1)) {
	const values = criteriaOf(instrument).flatMap((criterion, index) =>
		itemsOfCriterion(criterion, 'short').map(({ id }) => [id, ratings[index]])
	);
	const extent = { variant: 'short' } as const;
	const result = scoreAssessment(instrument, soloInput(extent, Object.fromEntries(values)));
	return weightRobustness(instrument, extent, result, random);
}

const six = (rating: Rating): Rating[] => [rating, rating, rating, rating, rating, rating];
const mixed: Rating[] = [1, 5, 1, 5, 1, 5];

test('M14: dimensions without any spread inside keep their places under all weights', () => {
	expect(robustness([...six(3), ...six(2), ...six(4)])).toEqual({
		weakest: 'administration',
		strongest: 'budget',
		share: 1
	});
});

test('M14: dimensions that hardly differ change places with the weights', () => {
	const { weakest, strongest, share } = robustness([...mixed, ...six(3), 1, 5, 1, 5, 2, 5]) ?? {};
	expect({ weakest, strongest }).toEqual({ weakest: 'decision', strongest: 'budget' });
	expect(share).toBeGreaterThan(0.15);
	expect(share).toBeLessThan(0.5);
});

test('M14: a criterion without a score has its weight drawn, but not used', () => {
	const drawn: number[] = [];
	const random = mulberry32(1);
	const counting = () => drawn[drawn.push(random()) - 1] as number;
	const unrated: Rating[] = ['unknown', 'unknown'];
	expect(robustness([...unrated, ...six(5).slice(2), ...six(4), ...six(3)], counting)?.share).toBe(1);
	expect(drawn).toHaveLength(18_000);
});

test('M14: a number u stands for the weight −ln(1 − u), six for each dimension in instrument order', () => {
	const weights = [5, 1, 1, 1, 1, 1];
	let next = 0;
	const random = () => 1 - Math.exp(-(weights[next++ % weights.length] as number));
	// With these weights (5 · 1 + 5 · 5) ÷ 10 = 3, less than the dimension that stays at 4; with equal ones more.
	const low: Rating[] = [1, 5, 5, 5, 5, 5];
	expect(robustness([...low, ...six(4), ...six(2)], random)).toEqual({
		weakest: 'budget',
		strongest: 'decision',
		share: 0
	});
	const high: Rating[] = [5, 1, 1, 1, 1, 1];
	// (5 · 5 + 5 · 1) ÷ 10 = 3 with these, 10 ÷ 6 with equal ones.
	expect(robustness([...high, ...six(2), ...six(4)], random)).toMatchObject({ weakest: 'decision', share: 0 });
	expect(robustness([...six(4), ...six(2), ...high.toReversed()], random)).toMatchObject({
		weakest: 'budget',
		share: 1
	});
});

test('M14: weights are spread as Dirichlet(1, …, 1): one of six exceeds one half in (1/2)⁵ of the draws', () => {
	// A 1 and five 5s stay above 3 until the weight of the 1 exceeds one half.
	const shares = Array.from({ length: 20 }, (_, seed) => {
		const random = mulberry32(seed);
		return robustness([1, 5, 5, 5, 5, 5, ...six(3), ...six(2)], random)?.share ?? 0;
	});
	expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeCloseTo(31 / 32, 2);
});

test('M14: where all dimensions are equal, none takes the place of the first', () => {
	expect(robustness([...six(3), ...six(3), ...six(3)])).toEqual({
		weakest: 'decision',
		strongest: 'decision',
		share: 1
	});
});

test('M14: without three dimension scores there is nothing to say', () => {
	expect(robustness([...six('unknown'), ...six(2), ...six(4)])).toBeNull();
	expect(robustness([...six('notApplicable'), ...six(2), ...six(4)])).toBeNull();
});
