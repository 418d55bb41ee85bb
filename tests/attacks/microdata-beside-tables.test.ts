/** D6 for microdata: whoever has a file and the published tables must not be left with a few municipalities between them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUP_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import type { PlannedRelease } from '#lib/domain/disclosure/release.ts';
import { schemeOf } from '#lib/domain/microdata/change.ts';
import { patternOf, type Microdata } from '#lib/domain/microdata/microdata.ts';
import { planMicrodata, type EarlierMicrodata } from '#lib/domain/microdata/plan.ts';
import { labelOf, placeIn } from '#lib/domain/microdata/scheme.ts';
import { bandOf } from '#lib/domain/municipality/municipality.ts';
import { anyPopulation, planAll } from '../support/awkward-populations.ts';

const placed = ({ id, population, kind, scores }: Member) => ({
	...{ id, band: bandOf(population), kind },
	pattern: patternOf(scores)
});

/** The file of each release beside its tables. */
function filesBeside(populations: readonly (readonly Member[])[], releases: readonly PlannedRelease[]) {
	const files: EarlierMicrodata[] = [];
	for (const [index, members] of populations.entries()) {
		const rows = members.map(placed).flatMap(({ pattern, ...rest }) => (pattern ? [{ ...rest, pattern }] : []));
		const participants = releases.slice(0, index + 1).map((release) => release.participants);
		const beside = { releases: participants, standing: releases[index]?.standing ?? new Map<string, never>() };
		const order = { number: index + 1, members: rows, earlier: [...files], holders: [], beside };
		files.push({ file: planMicrodata(order), members: rows });
	}
	return files.map(({ file }) => file);
}

/** The municipalities behind each combination of a file. */
function behindRows(
	file: Microdata,
	files: readonly (Microdata | undefined)[],
	populations: readonly (readonly Member[])[]
) {
	return file.combinations.map((combination) => {
		const made = files[combination.from - 1] ?? file;
		const members = populations[combination.from - 1]?.map(placed) ?? [];
		const own = members.filter((one) => one.pattern && placeIn(schemeOf(made), one) === labelOf(combination));
		return new Set(own.map(({ id }) => id));
	});
}

/**
 * All unions of sets that have nobody in common: whoever closed again may stand in rows of two releases, and rows that
 * count somebody twice cannot be subtracted.
 */
function disjointUnions([first, ...others]: readonly Set<string>[]): Set<string>[] {
	if (!first) return [];
	const without = disjointUnions(others);
	return [first, ...without, ...without.filter((ids) => ids.isDisjointFrom(first)).map((ids) => ids.union(first))];
}

/** What each published table leaves over beside the combinations that lie wholly within it. */
function remaindersOf(populations: readonly (readonly Member[])[]) {
	const releases = planAll(populations);
	const files = filesBeside(populations, releases);
	const present = populations.length - 1;
	const file = files[present];
	if (!file || file === files[present - 1]) return [];
	const rows = behindRows(file, files, populations);
	return [...(releases[present]?.standing.get('decision') ?? [])].flatMap(([group, { from }]) => {
		const behind = releases[from]?.participants.filter(({ groups, marks }) => groups.includes(group) && marks.decision);
		const table = new Set(behind?.map(({ id }) => id));
		const within = rows.filter((ids) => ids.size > 0 && ids.isSubsetOf(table));
		return disjointUnions(within).map((union) => ({ group, rest: table.difference(union).size }));
	});
}

const few = (remainders: ReturnType<typeof remaindersOf>) =>
	remainders.filter(({ rest }) => rest > 0 && rest < GROUP_MINIMUM);

describe('a published table minus the rows of a file', () => {
	const towns = (count: number, changes: (index: number) => Partial<Member>): Member[] =>
		Array.from({ length: count }, (_, index) => ({
			...{ id: `m${index}`, population: 8_000, kind: 'town', state: '05' },
			scores: { decision: 1 + (index % 9) / 2 },
			...changes(index)
		}));

	test('does not leave the one independent city of a band', () => {
		const members = towns(40, (index) => {
			if (index === 0) return { kind: 'independentCity' };
			return index < 25 ? {} : { population: 3_000 };
		});
		const remainders = remaindersOf([members]);
		expect(few(remainders)).toEqual([]);
		expect(remainders.length, 'there are tables and rows to compare').toBeGreaterThan(0);
	});

	test('leaves nobody or ten, in any population', () => {
		fc.assert(
			fc.property(anyPopulation(140), (members) => {
				expect(few(remaindersOf([members]))).toEqual([]);
			}),
			{ numRuns: 150 }
		);
	});

	test('leaves nobody or ten where some came and tables or rows were carried over', () => {
		fc.assert(
			fc.property(anyPopulation(110), anyPopulation(30), (before, changed) => {
				const now = [...new Map([...before, ...changed].map((one) => [one.id, one])).values()];
				expect(few(remaindersOf([before, now]))).toEqual([]);
			}),
			{ numRuns: 150 }
		);
	});
});
