import { expect, test } from 'vitest';
import { Group, groupsOf } from './group.ts';

test('D3: a municipality belongs to five fixed groups', () => {
	expect(groupsOf({ population: 8_000, kind: 'town', state: '05' })).toEqual([
		'all',
		'band:2',
		'kind:town',
		'state:05',
		'band:2/kind:town'
	]);
});

test.each([
	[5_000, 'band:1'],
	[5_001, 'band:2'],
	[100_000, 'band:5'],
	[100_001, 'band:6']
])('D3: %i inhabitants lie in %s', (population, band) => {
	expect(groupsOf({ population, kind: 'municipality', state: '01' })).toContain(band);
});

test.each(['all', 'band:6', 'kind:association', 'state:16', 'band:1/kind:independentCity'])(
	'%s is a group',
	(group) => {
		expect(Group.safeParse(group).success).toBe(true);
	}
);

test.each(['band:7', 'band:0', 'kind:village', 'state:17', 'state:5', 'kind:town/band:1', 'band:1/state:05', ''])(
	'D3: there is no group "%s"',
	(group) => {
		expect(Group.safeParse(group).success).toBe(false);
	}
);
