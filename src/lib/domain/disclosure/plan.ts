/** D4–D7 together: which tables of one measure stand in a release, and why the others do not. */
import { changedTooLittle, knownTooWell, tooFew, type Reason, type Tally } from './disclosure.ts';
import { AXES, axisOf } from './axis.ts';
import { reachesFew } from './complement.ts';
import { crowdOf, seenThrough, type Crowd, type Sources } from './crowd.ts';
import { driftsLittle } from './drift.ts';
import type { Group } from './group.ts';
import type { Path, Stand } from './path.ts';

/** What stands of one measure, from counts alone: no score has a say in it. */
export interface Choice {
	/** the tables that stand, those that are carried over first */
	standing: Sources;
	/** why the others do not */
	withheld: ReadonlyMap<Group, Reason>;
}

/**
 * D4–D7 for one measure. D7 comes first: what it does not renew stays as last shown. Then size and holders; then D6 in
 * keeping order, from counts alone; then D7 for what can be reached by sums.
 *
 * @param paths of the municipalities that have a score in this release or had one in an earlier one
 * @param groups that have a member now
 * @param earlier what stood in earlier releases, oldest first
 */
export function chooseTables(paths: readonly Path[], groups: readonly Group[], earlier: readonly Sources[]): Choice {
	return new Choosing(paths, groups, earlier).choose();
}

/** How many municipalities stand in each group in a release. */
export function talliesOf(paths: readonly Path[], release: number): Map<Group, number[]> {
	const tallies = new Map<Group, number[]>();
	for (const { stands, tally } of paths)
		for (const group of stands[release]?.groups ?? []) tallies.set(group, added(tallies.get(group), tally));
	return tallies;
}

function added(sum: number[] | undefined, tally: Tally): number[] {
	if (!sum) return [...tally];
	tally.forEach((count, index) => (sum[index] = (sum[index] ?? 0) + count));
	return sum;
}

class Choosing {
	readonly #paths: readonly Path[];
	/** D6: with every score of a municipality by itself, and with all of them as one, where that makes a difference */
	readonly #views: readonly (readonly Path[])[];
	readonly #present: number;
	readonly #groups: readonly Group[];
	readonly #last: Sources;
	readonly #before: readonly Sources[];
	readonly #tallies: ReadonlyMap<Group, number[]>;
	readonly #nobody: Tally;
	/** tables that stay as last shown */
	readonly #carried = new Map<Group, number>();
	/** groups that may be shown anew as far as D6 and the sums of D7 allow, in keeping order */
	#candidates: Group[] = [];
	readonly #withheld = new Map<Group, Reason>();
	/** how many tables there were up to the last that had to be left as it is */
	#near = 0;

	constructor(paths: readonly Path[], groups: readonly Group[], earlier: readonly Sources[]) {
		this.#paths = paths;
		this.#views = paths.some(hasSeveralScores) ? [paths, paths.map(withOneScore)] : [paths];
		this.#present = earlier.length;
		this.#last = earlier.at(-1) ?? new Map();
		this.#groups = [...new Set([...groups, ...this.#last.keys()])];
		this.#before = earlier.filter((one, index) => !earlier.slice(0, index).some((other) => sameSources(one, other)));
		this.#tallies = talliesOf(paths, this.#present);
		this.#nobody = (paths[0]?.tally ?? [0]).map(() => 0) as unknown as Tally;
	}

	choose(): Choice {
		for (const group of this.#inKeepingOrder()) this.#judgeAlone(group);
		for (;;) {
			const standing = this.#chooseByComplement();
			const drifting = this.#firstDrifting(standing);
			if (drifting === undefined) {
				for (const group of this.#candidates) if (!standing.has(group)) this.#withheld.set(group, 'complement');
				return { standing, withheld: this.#withheld };
			}
			this.#candidates = this.#candidates.filter((group) => group !== drifting);
			this.#leaveAsItIs(drifting);
		}
	}

	/** D6: in this order groups are kept: `all`, bands, kinds, Länder, bands by kinds; the larger first, then by name. */
	#inKeepingOrder(): Group[] {
		const rank = (group: Group) => AXES.indexOf(axisOf(group));
		const size = (group: Group) => this.#tallyOf(group)[0];
		return this.#groups.toSorted((a, b) => rank(a) - rank(b) || size(b) - size(a) || (a < b ? -1 : 1));
	}

	#tallyOf(group: Group): Tally {
		return (this.#tallies.get(group) as Tally | undefined) ?? this.#nobody;
	}

	#judgeAlone(group: Group): void {
		const tally = this.#tallyOf(group);
		if (!mayRenew(this.#paths, group, this.#present, this.#before)) this.#leaveAsItIs(group);
		else if (tooFew(tally)) this.#withheld.set(group, 'size');
		else if (knownTooWell(tally)) this.#withheld.set(group, 'holder');
		else this.#candidates.push(group);
	}

	/** D7: what is not renewed stays as it was; what was not shown is not shown. */
	#leaveAsItIs(group: Group): void {
		const source = this.#last.get(group);
		if (source === undefined) this.#withheld.set(group, 'time');
		else this.#carried.set(group, source);
	}

	/** D6: the groups that are kept, after those that stay as they were anyway. */
	#chooseByComplement(): Sources {
		const standing = new Map(this.#carried);
		const tables = this.#withCandidates(this.#candidates);
		const crowds = this.#views.map((paths) => crowdOf(paths, tables));
		for (const group of this.#candidates) {
			const some = [...standing.keys(), group];
			if (!crowds.some((crowd) => reachesFew(seenThrough(crowd, some)))) standing.set(group, this.#present);
		}
		return standing;
	}

	#withCandidates(some: readonly Group[]): Sources {
		return new Map([...this.#carried, ...some.map((group) => [group, this.#present] as const)]);
	}

	/** D7: the first table by which a sum is reached that differs too little from the same sum in an earlier release. */
	#firstDrifting(standing: Sources): Group | undefined {
		const shown = [...standing.keys()];
		const carried = this.#carried.size;
		const crowds = this.#before.map((then) => {
			const both = new Map([...standing].filter(([group]) => then.has(group)));
			return crowdOf(this.#paths, both, then);
		});
		const drift = (count: number) => crowds.some((crowd) => driftsLittle(firstOf(crowd, shown.slice(0, count))));
		// More tables reach more. The first is mostly found near the one before: from there steps are doubled, then halved.
		let [safe, unsafe] = [carried, shown.length + 1];
		let probe = Math.min(Math.max(this.#near, carried + 1), shown.length);
		for (let step = 1; safe < shown.length && unsafe > shown.length; step *= 2) {
			if (drift(probe)) unsafe = probe;
			else safe = probe;
			probe = Math.min(safe + step, shown.length);
		}
		if (unsafe > shown.length) return undefined;
		while (unsafe - safe > 1) {
			const middle = Math.floor((safe + unsafe) / 2);
			if (drift(middle)) unsafe = middle;
			else safe = middle;
		}
		this.#near = unsafe;
		return shown[unsafe - 1];
	}
}

/**
 * D7: whether a table is renewed: its municipalities differ from those behind every earlier one of its group by nobody or
 * by enough.
 */
export function mayRenew(paths: readonly Path[], group: Group, present: number, earlier: readonly Sources[]): boolean {
	const sources = new Set(earlier.flatMap((tables) => tables.get(group) ?? []));
	return sources.values().every((then) => !changedTooLittle(changeOf(paths, group, present, then)));
}

/** The municipalities that entered a group, left it, or have another score there. */
function changeOf(paths: readonly Path[], group: Group, now: number, then: number): Tally {
	const scoreIn = (stand: Stand | undefined) => (stand?.groups.includes(group) ? stand.score : undefined);
	let changed = (paths[0]?.tally ?? [0]).map(() => 0);
	for (const { stands, tally } of paths)
		if (scoreIn(stands[now]) !== scoreIn(stands[then])) changed = added(changed, tally);
	return changed as unknown as Tally;
}

const hasSeveralScores = ({ stands }: Path) => stands.some((stand) => stand && stand.score > 0);

/**
 * Whoever closed again with another score stands with the old one in tables that are carried over, and with the new one in
 * others. A reader who subtracts those reaches the same municipalities, and somebody who knows both scores the same numbers.
 */
function withOneScore({ stands, tally }: Path): Path {
	return { stands: stands.map((stand) => stand && { groups: stand.groups, score: 0 }), tally };
}

function sameSources(one: Sources, other: Sources): boolean {
	return one.size === other.size && [...one].every(([group, source]) => other.get(group) === source);
}

function firstOf(crowd: Crowd, groups: readonly Group[]): Crowd {
	return seenThrough(
		crowd,
		groups.filter((group) => crowd.groups.includes(group))
	);
}
