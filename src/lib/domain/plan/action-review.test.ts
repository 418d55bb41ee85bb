import { expect, test } from 'vitest';
import { reviewed, toReview } from './action-review.ts';

const round = { id: 'round', closedOn: '2027-03-01' };
const before = { status: 'open', createdOn: '2027-02-28', goesOnAfter: null } as const;

test.each([
	['pending and older than the closing', before, true],
	['in progress', { ...before, status: 'inProgress' }, true],
	['said to go on after an earlier round', { ...before, goesOnAfter: 'earlier' }, true],
	['said to go on', { ...before, goesOnAfter: 'round' }, false],
	['done', { ...before, status: 'done' }, false],
	['dropped', { ...before, status: 'dropped' }, false],
	['begun after closing', { ...before, createdOn: '2027-03-01' }, false]
] as const)('after closing, an action that is %s is asked about: %3$s', (_, action, asked) => {
	expect(toReview([action], round)).toHaveLength(asked ? 1 : 0);
});

test('whatever is said, it is not asked again', () => {
	for (const review of ['done', 'goesOn', 'dropped'] as const)
		expect(toReview([{ ...before, ...reviewed(review, round.id) }], round)).toEqual([]);
});
