import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWithheld } from './disclosure.ts';
import { GROUP_MINIMUM } from './minimum.ts';
import { planRelease, publishGroups, Table } from './release.ts';
import type { Member } from './participant.ts';

const member = (index: number, scores: Member['scores']): Member => ({
	id: `town-${index}`,
	population: 3_000 + 1_000 * index,
	kind: 'town',
	state: '05',
	scores
});
const spread = (index: number) => 1 + (index % 9) / 2;
const members = (count: number) =>
	Array.from({ length: count }, (_, index) => member(index, { decision: spread(index), budget: null }));

test('D4: a measure is judged over the municipalities that have a score for it', () => {
	const twelve = members(12).map((one, index) => ({ ...one, scores: { ...one.scores, D1: index < 4 ? 3 : null } }));
	const [all] = planRelease(twelve, [], []).groups;
	expect(all).toMatchObject({ group: 'all', n: 12, measures: { D1: { withheld: 'size' } } });
	expect(all?.measures.decision).toHaveProperty('median');
});

test('D3: the operator sees every group that has a member', () => {
	expect(planRelease(members(3), [], []).groups.map(({ group, n }) => `${group} ${n}`)).toEqual([
		'all 3',
		'band:1 3',
		'band:1/kind:town 3',
		'kind:town 3',
		'state:05 3'
	]);
});

test('a municipality without any score is in no group', () => {
	expect(planRelease([member(1, { decision: null })], [], []).groups).toEqual([]);
});

test('D5: readers learn the number of a group rounded down, and nothing of what is withheld', () => {
	const tables = publishGroups(planRelease(members(14), [], []));
	expect(tables[0]).toEqual({ group: 'all', n: 10, cells: { decision: { median: 2.6 } } });
	expect(tables.map((table) => Table.parse(table))).toEqual(tables);
});

test('a group of which nothing is shown is not there', () => {
	expect(publishGroups(planRelease(members(9), [], []))).toEqual([]);
});

test('D3: every group that may be shown is published, in the order of the names', () => {
	const groups = publishGroups(planRelease(members(100), [], [])).map(({ group }) => group);
	expect(groups).toEqual(expect.arrayContaining(['all', 'band:3', 'band:3/kind:town', 'kind:town', 'state:05']));
	expect(groups).toEqual(groups.toSorted());
});

const anyMembers = fc.array(
	fc.record({
		population: fc.nat(200_000),
		kind: fc.constantFrom('town' as const, 'district' as const),
		state: fc.constantFrom('01', '05'),
		scores: fc.record({
			decision: fc.option(fc.double({ min: 1, max: 5, noNaN: true })),
			D1: fc.option(fc.double({ min: 1, max: 5, noNaN: true }))
		})
	}),
	{ maxLength: 60 }
);
const named = (list: Omit<Member, 'id'>[]): Member[] => list.map((one, index) => ({ ...one, id: `town-${index}` }));

test('D4: no number ever stands for fewer than ten municipalities', () => {
	fc.assert(
		fc.property(anyMembers, (list) => {
			const judged = planRelease(named(list), [], []).groups;
			const shown = judged.flatMap(({ group, measures }) =>
				Object.keys(measures)
					.filter((measure) => !isWithheld(measures[measure] ?? {}))
					.map((measure) => ({ group, measure }))
			);
			const contributors = shown.map(
				({ group, measure }) =>
					named(list).filter((one) => (one.scores[measure] ?? null) !== null && belongs(one, group)).length
			);
			expect(contributors.every((count) => count >= GROUP_MINIMUM)).toBe(true);
		})
	);
});

/** Membership written independently of the code under test. */
function belongs({ population, kind, state }: Member, group: string): boolean {
	const band = [5_000, 10_000, 20_000, 50_000, 100_000].filter((limit) => population > limit).length + 1;
	return (
		group === 'all' ||
		group.split('/').every((part) => [`band:${band}`, `kind:${kind}`, `state:${state}`].includes(part))
	);
}

test('the order of the members does not matter', () => {
	fc.assert(
		fc.property(anyMembers, (list) => {
			const inOrder = planRelease(named(list), [], []).groups;
			expect(planRelease(named(list).reverse(), [], []).groups).toEqual(inOrder);
		})
	);
});
