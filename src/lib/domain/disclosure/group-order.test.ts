import { expect, test } from 'vitest';
import { Group } from './group.ts';
import { byAxis, compareGroups, GROUPS } from './group-order.ts';

test('D3: there are 58 groups, each once, and all are groups', () => {
	expect(new Set(GROUPS).size).toBe(58);
	expect(GROUPS.every((group) => Group.safeParse(group).success)).toBe(true);
});

test('bands are read from small to large, after the whole and before kinds', () => {
	const groups: Group[] = ['kind:town', 'band:6', 'all', 'state:05', 'band:2'];
	expect(groups.toSorted(compareGroups)).toEqual(['all', 'band:2', 'band:6', 'kind:town', 'state:05']);
});

test('groups of one axis stand together', () => {
	const items: { group: Group }[] = [
		{ group: 'band:2/kind:town' },
		{ group: 'band:2' },
		{ group: 'all' },
		{ group: 'band:1' }
	];
	expect(byAxis(items)).toEqual([
		[{ group: 'all' }],
		[{ group: 'band:1' }, { group: 'band:2' }],
		[{ group: 'band:2/kind:town' }]
	]);
});
