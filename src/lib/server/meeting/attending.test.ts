import { expect, test } from 'vitest';
import { attend, beginVote, countAttending, expectedBallots, forgetAttending, leave } from './attending.ts';

test('each phone counts once, until it leaves or the meeting is over', () => {
	expect([attend('m1', 'a'), attend('m1', 'b'), attend('m1', 'a')]).toEqual([true, true, false]);
	expect(countAttending('m1')).toBe(2);
	expect(countAttending('m2')).toBe(0);
	leave('m1', 'b');
	expect(countAttending('m1')).toBe(1);
	forgetAttending('m1');
	expect(countAttending('m1')).toBe(0);
});

test('a vote waits for all who take part, and for nobody where it is not known who does', () => {
	attend('m3', 'a');
	expect(expectedBallots('m3', 1)).toBeUndefined();
	beginVote('m3', 1);
	expect(expectedBallots('m3', 1)).toBe(1);
	attend('m3', 'b');
	expect(expectedBallots('m3', 1)).toBe(2);
	expect(expectedBallots('m3', 2)).toBeUndefined();
	forgetAttending('m3');
	attend('m3', 'a');
	expect(expectedBallots('m3', 1)).toBeUndefined();
});
