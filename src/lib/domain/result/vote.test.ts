import { describe, expect, test } from 'vitest';
import { frozenSeen } from './frozen-meeting.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { isTooFew } from '#lib/domain/round/team-item.ts';
import { voteOutcome } from './vote.ts';

const seen = (ballots: (Level | null)[], confidential = true) => frozenSeen(voteOutcome(ballots, confidential), []);

describe('D12: of a vote that has ended is told', () => {
	test('below five levels nothing, however many abstained, and whatever was chosen', () => {
		expect(voteOutcome([1, 2, 3, 4, null, null, null], true)).toEqual({ applies: true });
		expect(voteOutcome([5, 5, 5, 5], true)).toEqual({ applies: true });
		expect(seen([1, 2, 3, 4])).toMatchObject({ mean: { withheld: 'tooFew' }, distribution: { withheld: 'tooFew' } });
	});

	test.each([5, 6])('with %i levels their mean and how far they agree, and no distribution', (count) => {
		const told = seen(Array.from({ length: count }, () => 3));
		expect(told).toMatchObject({ mean: 3, agreement: 'strong', distribution: { withheld: 'tooFew' } });
		expect(told).not.toHaveProperty('counts');
	});

	test('from seven levels on how many chose which', () => {
		expect(seen([1, 2, 2, 3, 3, 3, 5, null])).toMatchObject({ distribution: [1, 2, 3, 0, 1], counts: { unknown: 1 } });
	});

	test('in an open workshop everything', () => {
		expect(seen([2, 4], false)).toMatchObject({ mean: 3, distribution: [0, 1, 0, 1, 0] });
	});
});

test('who voted first leaves no trace', () => {
	expect(voteOutcome([5, 1, 3, 2, 4, 1, 2], true)).toEqual(voteOutcome([1, 1, 2, 2, 3, 4, 5], true));
});

test('nobody at all is too few, too', () => {
	expect(isTooFew(seen([], false).mean)).toBe(true);
});
