import { describe, expect, test } from 'vitest';
import { gapIsPossible, gapsInAsking, outlookOf } from './group-outlook.ts';

const list = (invited: Record<string, number>) => new Map(Object.entries(invited));

describe('what will be shown of a group', () => {
	test.each([
		['staff', { staff: 5 }, 'own'],
		['staff', { staff: 4 }, 'whole'],
		['treasury', { staff: 20, treasury: 2, leadership: 3 }, 'merged'],
		['treasury', { staff: 20, treasury: 2, leadership: 2 }, 'whole'],
		['staff', { staff: 20, treasury: 2 }, 'hidden'],
		['council', { staff: 20, council: 6, treasury: 2 }, 'hidden'],
		['staff', { staff: 20, council: 6, treasury: 2 }, 'own'],
		['council', { council: 4 }, 'whole'],
		['council', { council: 5 }, 'own'],
		['treasury', { treasury: 6 }, 'own'],
		['treasury', { staff: 6 }, 'usuallySmall'],
		['council', { staff: 6 }, 'unknown'],
		['leadership', {}, 'usuallySmall']
	] as const)('%s of %o: %s', (role, invited, outlook) => {
		expect(outlookOf(role, list(invited))).toBe(outlook);
	});
});

describe('M13: a gap between groups', () => {
	test.each([
		[{}, undefined],
		[{ staff: 20 }, false],
		[{ staff: 20, council: 5 }, true],
		[{ staff: 20, council: 4 }, false],
		[{ staff: 20, council: 5, treasury: 1 }, false],
		[{ staff: 20, department: 8, council: 5, treasury: 1 }, true],
		[{ staff: 20, leadership: 2, treasury: 2 }, false],
		[{ staff: 20, leadership: 2, treasury: 3 }, true],
		[{ leadership: 3, treasury: 3 }, false]
	])('with %o: %s', (invited, possible) => {
		expect(gapIsPossible(list(invited))).toBe(possible);
	});
});

test('criteria that nobody is asked, or fewer than five, are named; before inviting only the former', () => {
	const roles = [
		{ role: 'staff', criteria: ['D1', 'A1'] },
		{ role: 'treasury', criteria: ['A1', 'B1'] }
	];
	const criteria = ['D1', 'A1', 'B1', 'B2'];
	const invited = list({ staff: 3, treasury: 2 });
	expect(gapsInAsking(criteria, roles, invited)).toEqual({ unasked: ['B2'], few: ['D1', 'B1'] });
	expect(gapsInAsking(criteria, roles, list({}))).toEqual({ unasked: ['B2'], few: [] });
});
