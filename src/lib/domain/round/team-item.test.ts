import { describe, expect, test } from 'vitest';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { isTooFew, teamItem, TOO_FEW } from './team-item.ts';

const people = (ratings: readonly Rating[]): Respondent[] =>
	ratings.map((rating, index) => ({ id: String(index), role: 'staff', ratings: { 'D1.1': rating } }));

describe('D12: an item of a confidential round', () => {
	test('shows nothing from four levels, however many do not know', () => {
		const view = teamItem(people([2, 3, 4, 3, 'unknown', 'unknown', 'unknown']), 'D1.1', true);
		expect(view).toEqual({ mean: TOO_FEW, distribution: TOO_FEW, groups: [] });
	});

	test('shows the mean and a word from five, no distribution and no counts', () => {
		const view = teamItem(people([2, 3, 4, 3, 2, 'unknown']), 'D1.1', true);
		expect(view.mean).toBe(2.8);
		expect(view.agreement).toBe('moderate');
		expect(isTooFew(view.distribution)).toBe(true);
		expect(view.counts).toBeUndefined();
	});

	test('shows the distribution from seven', () => {
		const view = teamItem(people([2, 3, 4, 3, 2, 1, 5, 'unknown', 'notApplicable']), 'D1.1', true);
		expect(view.distribution).toEqual([1, 2, 2, 1, 1]);
		expect(view.counts).toEqual({ levels: 7, unknown: 1, notApplicable: 1, missing: 0 });
	});
});

test('an open workshop shows what two people said', () => {
	const view = teamItem(people([2, 4]), 'D1.1', false);
	expect(view.mean).toBe(3);
	expect(view.distribution).toEqual([0, 1, 0, 1, 0]);
});
