import { describe, expect, test } from 'vitest';
import { isRated, showsWhole } from './blindness.ts';
import { blindLevel, byDistance, comparablePairs, distanceOf } from './difference.ts';
import { ownItem } from './own-level.ts';
import { reviewState, type ReviewFacts } from './review.ts';

describe('the difference of two levels', () => {
	test.each([
		[3, 2, 1],
		[1, 5, 4],
		[4, 4, 0],
		[3, 'notShown', null],
		[3, null, null],
		['notApplicable', 3, null],
		[null, 3, null]
	] as const)('of %s and %s is %s', (own, theirs, distance) => {
		expect(distanceOf(own, theirs)).toBe(distance);
	});

	test('puts the furthest apart first, what has none last, and keeps the order among equals', () => {
		const rows = [null, 1, 3, null, 1, 0].map((distance, index) => ({ index, distance }));
		expect(byDistance(rows).map(({ index }) => index)).toEqual([2, 1, 4, 5, 0, 3]);
	});

	test('compares what was rated before the other was in sight', () => {
		const changes = [
			{ revision: 3, level: 4 },
			{ revision: 2, level: 2 }
		] as const;
		expect(blindLevel(5, changes)).toBe(2);
		expect(blindLevel(5, [])).toBe(5);
		expect(blindLevel(5, [{ revision: 1, level: null }]), 'rated only after that').toBeNull();
		const rows = [
			{ own: 3, blind: 2 },
			{ own: null, blind: 2 },
			{ own: 3, blind: 'notShown' },
			{ own: 3, blind: null }
		] as const;
		expect(comparablePairs(rows)).toEqual([[3, 2]]);
	});
});

describe('the level of the municipality', () => {
	const result = { items: { a: { value: 2.5, notApplicable: false }, b: { value: null, notApplicable: true } } };
	const inputs = { decisions: { b: { decision: 'notApplicable', reason: 'macht der Kreis' } } };
	const of = (item: string) => ownItem({ result, inputs } as unknown as Parameters<typeof ownItem>[0], item);

	test('is rounded as M7 does, with the reason of the meeting; none where nothing may be told', () => {
		expect(of('a')).toEqual({ level: 3, reason: '' });
		expect(of('b')).toEqual({ level: 'notApplicable', reason: 'macht der Kreis' });
		expect(of('c')).toEqual({ level: null, reason: '' });
	});
});

describe('a review', () => {
	const NOTHING: ReviewFacts = { criteria: 18, opened: 0, rated: false, handedInOn: null, answeredOn: null };
	test.each([
		['granted', {}],
		['rating', { rated: true }],
		['rating', { opened: 17 }],
		['open', { opened: 18 }],
		['handedIn', { opened: 18, handedInOn: '2027-03-01' }],
		['answered', { opened: 18, handedInOn: '2027-03-01', answeredOn: '2027-03-02' }]
	] as const)('is %s where %o', (state, facts) => {
		expect(reviewState({ ...NOTHING, ...facts })).toBe(state);
	});

	test('is rated when each item has a level or shows none, and whole when all criteria are in sight', () => {
		expect([isRated(['a', 'b'], new Set(['a'])), isRated(['a'], new Set(['a', 'b']))]).toEqual([false, true]);
		expect([showsWhole(['D1', 'D2'], new Set(['D1'])), showsWhole(['D1'], new Set(['D1']))]).toEqual([false, true]);
	});
});
