/** Made-up members of releases, built to be awkward, and what a reader can reach from what is published about them. */
import fc from 'fast-check';
import { groupsOf, type Group } from '#lib/domain/disclosure/group.ts';
import { planRelease, type PlannedRelease } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { KINDS } from '#lib/domain/municipality/municipality.ts';

/** Few values of each trait, unevenly spread, so that groups are small and overlap. */
export const anyMember = fc.record({
	id: fc.nat(400).map((number) => `m${number}`),
	population: fc.constantFrom(3_000, 3_000, 3_000, 8_000, 30_000, 150_000),
	kind: fc.constantFrom(...KINDS, 'town', 'town', 'municipality'),
	state: fc.constantFrom('01', '05', '05', '05', '09'),
	scores: fc.record({ decision: fc.option(fc.constantFrom(1.5, 2, 2.4, 3, 3.3, 4, 4.4), { freq: 8 }) })
}) as fc.Arbitrary<Member>;

export const anyPopulation = (size: number) =>
	fc.uniqueArray(anyMember, { minLength: Math.floor(size / 2), maxLength: size, selector: ({ id }) => id });

/** Plans releases one after the other, each after those before it. */
export function planAll(populations: readonly (readonly Member[])[], holders: readonly ReadonlySet<string>[] = []) {
	const releases: PlannedRelease[] = [];
	for (const members of populations) releases.push(planRelease(members, releases, holders));
	return releases;
}

/** The groups of a measure of which numbers stand in the last of these releases, with the scores behind them. */
export function standingScores(releases: readonly PlannedRelease[], measure = 'decision') {
	const tables = releases.at(-1)?.standing.get(measure) ?? new Map<Group, { from: number }>();
	return new Map(
		Array.from(tables, ([group, { from }]) => {
			const inside = releases[from]?.participants.filter(({ groups }) => groups.includes(group)) ?? [];
			const scores = inside.flatMap(({ id, marks }) => {
				const score = marks[measure];
				return typeof score === 'number' ? [[id, score] as const] : [];
			});
			return [group, new Map(scores)] as const;
		})
	);
}

interface Atom {
	count: number;
	inside: boolean[];
}

/** The members of a measure, joined by the traits that decide about groups. */
function atomsOf(members: readonly Member[], groups: readonly Group[], measure: string): Atom[] {
	const atoms = new Map<string, Atom>();
	for (const member of members) {
		if (typeof member.scores[measure] !== 'number') continue;
		const own = groupsOf(member);
		const atom = atoms.get(own.join()) ?? { count: 0, inside: groups.map((group) => own.includes(group)) };
		atoms.set(own.join(), atom);
		atom.count++;
	}
	return [...atoms.values()];
}

/** Rows in reduced echelon form, each with the column that only it has; small whole numbers, so doubles are exact enough. */
function eliminated(rows: number[][]): { row: number[]; pivot: number }[] {
	const basis: { row: number[]; pivot: number }[] = [];
	for (const start of rows) {
		let row = start;
		for (const { row: other, pivot } of basis) {
			const factor = row[pivot] ?? 0;
			if (factor !== 0) row = row.map((value, column) => value - factor * (other[column] ?? 0));
		}
		const pivot = row.findIndex((value) => Math.abs(value) > 1e-9);
		if (pivot < 0) continue;
		const scale = row[pivot] ?? 1;
		const scaled = row.map((value) => value / scale);
		for (const one of basis) {
			const factor = one.row[pivot] ?? 0;
			one.row = one.row.map((value, column) => value - factor * (scaled[column] ?? 0));
		}
		basis.push({ row: scaled, pivot });
	}
	return basis;
}

/**
 * D6 by elimination: the size of a set of fewer than `minimum` members that some sum of the groups' indicators counts
 * once and all others not at all; undefined where there is none. Looks at every sum, not at some families.
 */
export function smallestBySums(
	members: readonly Member[],
	groups: readonly Group[],
	minimum: number,
	measure = 'decision'
): number | undefined {
	return smallestOf(atomsOf(members, groups, measure), groups.length, minimum);
}

/** The same over tables that may come from different releases, by the municipalities behind each, whatever their scores. */
export function smallestByTables(tables: ReadonlyMap<Group, ReadonlyMap<string, number>>, minimum: number) {
	const behind = [...tables.values()];
	const atoms = new Map<string, Atom>();
	for (const id of new Set(behind.flatMap((scores) => [...scores.keys()]))) {
		const inside = behind.map((scores) => scores.has(id));
		const atom = atoms.get(inside.join()) ?? { count: 0, inside };
		atoms.set(inside.join(), atom);
		atom.count++;
	}
	return smallestOf([...atoms.values()], behind.length, minimum);
}

function smallestOf(atoms: Atom[], tables: number, minimum: number): number | undefined {
	// Columns with many members come first, so that they become pivots, whose value is then known: zero.
	atoms.sort((a, b) => b.count - a.count);
	const rows = Array.from({ length: tables }, (_, index) => atoms.map(({ inside }) => (inside[index] ? 1 : 0)));
	const basis = eliminated(rows);
	const free = basis.filter(({ pivot }) => (atoms[pivot]?.count ?? 0) < minimum);
	let smallest: number | undefined;
	function choose(index: number, vector: number[], weight: number): void {
		if (weight >= minimum) return;
		const one = free[index];
		if (one) {
			choose(index + 1, vector, weight);
			const added = vector.map((value, column) => value + (one.row[column] ?? 0));
			choose(index + 1, added, weight + (atoms[one.pivot]?.count ?? 0));
			return;
		}
		const isSet = vector.every((value) => Math.abs(value) < 1e-6 || Math.abs(value - 1) < 1e-6);
		const reached = atoms.reduce((sum, { count }, column) => sum + ((vector[column] ?? 0) > 0.5 ? count : 0), 0);
		if (isSet && reached > 0 && reached < minimum) smallest = Math.min(smallest ?? reached, reached);
	}
	choose(
		0,
		atoms.map(() => 0),
		0
	);
	return smallest;
}
