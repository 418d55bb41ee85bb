import { describe, expect, test } from 'vitest';
import {
	associatedTown,
	associatedTowns,
	associateAll,
	CRITERIA,
	CRITERIA_IDS
} from '../../../../tests/support/associated-towns.ts';
import { publishAssociation } from './association.ts';
import { Association } from './coefficients.ts';
import type { Member } from './participant.ts';

const only = (members: Member[], holders: ReadonlySet<string>[] = []) => associateAll([members], holders)[0]?.shown;
const lastOf = (...populations: Member[][]) => associateAll(populations).at(-1);

describe('D9: associations of the criteria', () => {
	test('are 153 rank correlations and a coefficient for each dimension, to 0.05', () => {
		const shown = only(associatedTowns(120));
		expect(shown?.correlations).toHaveLength(153);
		expect(Object.keys(shown?.reliability ?? {})).toEqual(Object.keys(CRITERIA));
		const all = [...(shown?.correlations.map(({ rho }) => rho) ?? []), ...Object.values(shown?.reliability ?? {})];
		expect(all.filter((value) => Math.abs(value * 20 - Math.round(value * 20)) > 1e-9)).toEqual([]);
		expect(Association.parse(shown)).toEqual(shown);
	});

	test('need 50 municipalities that have a score for every criterion', () => {
		expect(only(associatedTowns(49))).toBeUndefined();
		expect(only(associatedTowns(50))).toBeDefined();
		expect(only([...associatedTowns(49), associatedTown(49, { V3: null })])).toBeUndefined();
	});

	test('are withheld where a single holder knows all but four of them', () => {
		const known = (count: number) => new Set(associatedTowns(count).map(({ id }) => id));
		expect(only(associatedTowns(50), [known(46)])).toBeUndefined();
		expect(only(associatedTowns(50), [known(45)])).toBeDefined();
	});

	test('say nothing of a criterion in which nearly all are alike, nor of the reliability of its dimension', () => {
		const alike = associatedTowns(100).map((one, index) => ({
			...one,
			scores: { ...one.scores, D2: index < 3 ? 5 : 2 }
		}));
		const shown = only(alike);
		expect(shown?.correlations.filter(({ first, second }) => first === 'D2' || second === 'D2')).toEqual([]);
		expect(shown?.correlations).toHaveLength(136);
		expect(Object.keys(shown?.reliability ?? {})).toEqual(['administration', 'budget']);
	});

	test('say nothing of two criteria of which one tells the other', () => {
		const twins = associatedTowns(100).map((one) => ({ ...one, scores: { ...one.scores, D2: one.scores.D1 ?? null } }));
		const pair = only(twins)?.correlations.find(({ first, second }) => first === 'D1' && second === 'D2');
		expect(pair).toBeUndefined();
	});

	test('of which nothing is shown look as if there were none', () => {
		const alike = associatedTowns(100).map((one) => ({
			...one,
			scores: Object.fromEntries(CRITERIA_IDS.map((id) => [id, 2]))
		}));
		const standing = associateAll([alike])[0];
		expect(standing).toBeDefined();
		expect(publishAssociation(standing, 0)).toBeUndefined();
	});
});

describe('D7: associations of the next release', () => {
	const rescored = (members: Member[], count: number, ids: readonly string[] = CRITERIA_IDS) =>
		members.map((one, index) => {
			const others = associatedTown(5_000 + index).scores;
			const scores = Object.fromEntries(ids.map((id) => [id, ((others[id] ?? 1) + 0.25) as number]));
			return index < count ? { ...one, scores: { ...one.scores, ...scores } } : one;
		});

	test('are calculated anew with five newcomers, and stay as they were with one to four', () => {
		expect(lastOf(associatedTowns(60), associatedTowns(65))?.from).toBe(1);
		for (const more of [1, 4]) expect(lastOf(associatedTowns(60), associatedTowns(60 + more))?.from).toBe(0);
	});

	test('are calculated anew where nobody changed, which comes to the same', () => {
		const [first, second] = associateAll([associatedTowns(60), associatedTowns(60)]);
		expect(second).toEqual({ ...first, from: 1 });
	});

	test('stay as they were where one criterion changed in fewer than five, however many changed in others', () => {
		const towns = associatedTowns(60);
		const some = rescored(towns, 8, CRITERIA_IDS.slice(1));
		expect(lastOf(towns, rescored(some, 2, ['D1']))?.from).toBe(0);
		expect(lastOf(towns, rescored(some, 5, ['D1']))?.from).toBe(1);
	});

	test('are compared with every earlier one', () => {
		expect(lastOf(associatedTowns(60), associatedTowns(70), associatedTowns(61))?.from).toBe(1);
	});

	test('that stay as they were say from which release they come', () => {
		const standing = lastOf(associatedTowns(60), associatedTowns(61));
		expect(publishAssociation(standing, 1)).toMatchObject({ carriedFrom: 1 });
		expect(publishAssociation(standing, 0)).not.toHaveProperty('carriedFrom');
	});
});
