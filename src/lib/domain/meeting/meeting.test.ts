import { describe, expect, test } from 'vitest';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { DecisionEntry, meetingItems, unsettled } from './meeting.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';

/** Respondents from what they said about each item, in the order of the people. */
function people(said: Record<string, (Rating | undefined)[]>): Respondent[] {
	const count = Math.max(...Object.values(said).map((ratings) => ratings.length));
	return Array.from({ length: count }, (_, index) => ({
		id: String(index),
		role: 'staff',
		ratings: Object.fromEntries(Object.entries(said).map(([item, ratings]) => [item, ratings[index]]))
	}));
}

const meet = (said: Record<string, (Rating | undefined)[]>, confidential = true) =>
	meetingItems(Object.keys(said), people(said), confidential).map(({ item, reasons }) => ({ item, reasons }));

describe('D12: the agenda of a confidential round', () => {
	test('four levels are talked about for that reason alone, however far apart they are', () => {
		expect(meet({ apart: [1, 5, 1, 5], alike: [3, 3, 3, 3] })).toEqual([
			{ item: 'apart', reasons: ['tooFew'] },
			{ item: 'alike', reasons: ['tooFew'] }
		]);
	});

	test('what others said about an item with too few levels changes neither its reasons nor its place', () => {
		const some = meet({ first: [3, 3, 3, 3], second: [1, 5, 'notApplicable', 'unknown'], third: [2, 2, 2, 2] });
		expect(some.map(({ item }) => item)).toEqual(['first', 'second', 'third']);
		expect(new Set(some.map(({ reasons }) => reasons.join()))).toEqual(new Set(['tooFew']));
	});

	test('from five levels the word is told as a reason, other reasons only from seven', () => {
		expect(meet({ weak: [1, 5, 1, 5, 3, 'notApplicable'] })).toEqual([{ item: 'weak', reasons: ['agreement'] }]);
		expect(meet({ other: [3, 3, 3, 3, 3, 'notApplicable'] })).toEqual([{ item: 'other', reasons: ['notTold'] }]);
		expect(meet({ other: [3, 3, 3, 3, 3, 3, 3, 'notApplicable'] })).toEqual([
			{ item: 'other', reasons: ['notApplicable'] }
		]);
	});

	test('items with five or six levels stand in the order of their words, not of what is behind these', () => {
		const [first, second] = [
			[1, 4, 4, 1, 3],
			[1, 5, 5, 1, 1]
		] as Rating[][];
		expect(meet({ a: first ?? [], b: second ?? [] })).toEqual([
			{ item: 'a', reasons: ['agreement'] },
			{ item: 'b', reasons: ['agreement'] }
		]);
	});

	test('the same counts are told in full in an open workshop', () => {
		expect(meet({ apart: [1, 5, 1, 4], nobody: ['unknown', 'unknown', 'unknown', 'unknown'] }, false)).toEqual([
			{ item: 'apart', reasons: ['agreement', 'range'] },
			{ item: 'nobody', reasons: ['tooFew'] }
		]);
	});
});

test('M12: the most disputed stand first and the undisputed last, in instrument order', () => {
	const said: Record<string, Rating[]> = {
		alike: [3, 3, 3, 3, 3, 3, 3],
		range: [2, 2, 2, 2, 2, 2, 5],
		apart: [1, 5, 1, 5, 1, 5, 1],
		calm: [4, 4, 4, 4, 4, 4, 4]
	};
	expect(meet(said).map(({ item }) => item)).toEqual(['apart', 'range', 'alike', 'calm']);
});

test('only items of the agenda hold up closing, until they are settled', () => {
	const said: Record<string, Rating[]> = { calm: [4, 4, 4, 4, 4], apart: [1, 5, 1, 5, 3], few: [2] };
	const items = meetingItems(Object.keys(said), people(said), true);
	expect(unsettled(items, new Set())).toEqual(['apart', 'few']);
	expect(unsettled(items, new Set(['apart']))).toEqual(['few']);
});

describe('a decision as it is typed', () => {
	const typed = (settlement: unknown, reason: string) =>
		DecisionEntry.safeParse({ settlement, reason, dissent: '' }).success;

	test.each([
		['3', 'so', false],
		['3', ' so ', false],
		['3', 'gut', true],
		['notApplicable', '', false],
		['notApplicable', 'keine Beteiligungen', true],
		['accepted', '', true],
		['6', 'gut', false],
		['0', 'gut', false],
		['unknown', 'gut', false],
		[null, 'gut', false]
	])('M2: %j with the reason %j is taken: %j', (settlement, reason, taken) => {
		expect(typed(settlement, reason)).toBe(taken);
	});

	test('a level becomes a number', () => {
		expect(DecisionEntry.parse({ settlement: '4', reason: 'gut', dissent: '' }).settlement).toBe(4);
	});
});
