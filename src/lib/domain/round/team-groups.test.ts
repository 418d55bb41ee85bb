import { describe, expect, test } from 'vitest';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { shownGroups } from './team-groups.ts';

let count = 0;
const people = (role: string | null, levels: readonly Level[]): Respondent[] =>
	levels.map((level) => ({ id: String(count++), role, ratings: { 'D1.1': level } }));
const shown = (...groups: Respondent[][]) => shownGroups(groups.flat(), 'D1.1').map(({ group }) => group);

const MIXED: Level[] = [2, 3, 4, 3, 2];

describe('D12: role groups on an item', () => {
	test('two groups of five are shown with their means', () => {
		const groups = shownGroups([...people('council', [1, 2, 2, 1, 2]), ...people('department', MIXED)], 'D1.1');
		expect(groups).toEqual([
			{ group: 'council', levels: 5, mean: 1.6 },
			{ group: 'department', levels: 5, mean: 2.8 }
		]);
	});

	test('a role of one is merged with other small roles of the administration', () => {
		expect(shown(people('council', MIXED), people('leadership', [4]), people('treasury', [2, 3, 2, 4]))).toEqual([
			'council',
			'others'
		]);
	});

	test('small roles are never merged with the council, though both together may be the rest', () => {
		expect(shown(people('council', [2, 3]), people('leadership', [4, 2, 3]), people('department', MIXED))).toEqual([
			'department'
		]);
	});

	test('the rest that can be had by subtracting has five levels, or the smallest shown group goes, too', () => {
		const large: Level[] = [2, 3, 4, 3, 2, 1];
		expect(shown(people('council', MIXED), people('department', large), people('staff', [2, 3, 4]))).toEqual([
			'department'
		]);
	});

	test('people whose role must not be known belong to the rest', () => {
		expect(shown(people(null, [2, 3]), people('department', MIXED))).toEqual([]);
		expect(shown(people(null, MIXED), people('department', MIXED))).toEqual(['department']);
	});

	test.each<[string, Level[]]>([
		['all alike', [3, 3, 3, 3, 3]],
		['nearly all at the bottom', [1, 1, 1, 1, 1, 2]],
		['nearly all at the top', [5, 5, 5, 5, 5, 4]]
	])('a group that is %s counts as below five, as does the rest', (_, telling) => {
		expect(shown(people('department', telling), people('council', MIXED))).toEqual([]);
	});

	test('"I don\'t know" is no level, so it makes no group larger', () => {
		const silent: Respondent = { id: 'x', role: 'council', ratings: { 'D1.1': 'unknown' } };
		expect(shown(people('council', [2, 3, 4, 3]), [silent], people('department', MIXED))).toEqual([]);
	});

	test('one group alone is shown: it is everybody', () => {
		expect(shown(people('department', MIXED))).toEqual(['department']);
	});
});
