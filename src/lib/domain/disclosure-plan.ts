/** D4–D7 together: which tables of one measure stand in a release, and why the others do not. */
import { isWithheld, knownTooWell, tooFew, type Contribution, type Holder, type Withheld } from './disclosure.ts';
import { AXES, axisOf } from './disclosure-axis.ts';
import { judgeCell, type Cell } from './disclosure-cell.ts';
import { reachesFew } from './disclosure-complement.ts';
import { crowdOf, seenThrough, type Crowd, type Tables } from './disclosure-crowd.ts';
import { driftsLittle } from './disclosure-drift.ts';
import type { Group } from './disclosure-group.ts';
import { mayRenew, type Scores, type Standing } from './disclosure-time.ts';

/** The tables of one measure in one release; those that are homogeneous are among them. */
export type StandingTables = ReadonlyMap<Group, Standing>;

/** One measure of one group as the operator sees it. */
export type Verdict = (Cell & { carried?: true }) | Withheld;

export interface MeasurePlan {
	standing: StandingTables;
	verdicts: ReadonlyMap<Group, Verdict>;
}

/** D6: in this order groups are kept: `all`, bands, kinds, Länder, bands by kinds; the larger first, then by name. */
export function keepingOrder(tables: Tables): Group[] {
	const rank = (group: Group) => AXES.indexOf(axisOf(group));
	const size = (group: Group) => tables.get(group)?.size ?? 0;
	return [...tables.keys()].sort((a, b) => rank(a) - rank(b) || size(b) - size(a) || (a < b ? -1 : 1));
}

/**
 * D4–D7 for one measure. D7 comes first: what it does not renew stays as last shown. Then size and holders; then D6 in
 * keeping order, from counts alone; then D7 for what can be reached by sums.
 *
 * @param current the scores of each group that has a member, for this measure
 * @param earlier what stood in earlier releases, oldest first
 */
export function planMeasure(
	current: Tables,
	earlier: readonly StandingTables[],
	holders: readonly Holder[]
): MeasurePlan {
	return new Planning(current, earlier, holders).plan();
}

const contributionsOf = (scores: Scores): Contribution[] => Array.from(scores, ([id, score]) => ({ id, score }));
const scoresOf = (standing: StandingTables): Tables =>
	new Map(Array.from(standing, ([group, { scores }]) => [group, scores] as const));

class Planning {
	readonly #current: Tables;
	readonly #last: StandingTables;
	readonly #before: readonly Tables[];
	readonly #holders: readonly Holder[];
	/** tables that stay as last shown */
	readonly #carried = new Map<Group, Scores>();
	/** groups that may be shown anew as far as D6 and the sums of D7 allow, in keeping order */
	#candidates: Group[] = [];
	readonly #verdicts = new Map<Group, Verdict>();

	constructor(current: Tables, earlier: readonly StandingTables[], holders: readonly Holder[]) {
		this.#last = earlier.at(-1) ?? new Map();
		const gone = [...this.#last.keys()].filter((group) => !current.has(group));
		this.#current = new Map([...current, ...gone.map((group) => [group, new Map() as Scores] as const)]);
		this.#before = earlier.map(scoresOf);
		this.#holders = holders;
	}

	plan(): MeasurePlan {
		for (const group of keepingOrder(this.#current)) this.#judgeAlone(group);
		for (;;) {
			const shown = this.#chooseByComplement();
			const drifting = this.#firstDrifting(shown);
			if (drifting === undefined) return this.#conclude(shown);
			this.#candidates = this.#candidates.filter((group) => group !== drifting);
			this.#leaveAsItIs(drifting);
		}
	}

	#scores(group: Group): Scores {
		return this.#carried.get(group) ?? this.#current.get(group) ?? new Map();
	}

	#judgeAlone(group: Group): void {
		const scores = this.#scores(group);
		const earlier = this.#before.flatMap((tables) => tables.get(group) ?? []);
		if (!mayRenew(scores, earlier, this.#holders)) this.#leaveAsItIs(group);
		else if (tooFew(contributionsOf(scores))) this.#verdicts.set(group, { withheld: 'size' });
		else if (knownTooWell(contributionsOf(scores), this.#holders)) this.#verdicts.set(group, { withheld: 'holder' });
		else this.#candidates.push(group);
	}

	/** D7: what is not renewed stays as it was; what was not shown is not shown. */
	#leaveAsItIs(group: Group): void {
		const last = this.#last.get(group);
		if (last) this.#carried.set(group, last.scores);
		const shown = last && !isWithheld(last.shown);
		this.#verdicts.set(group, shown ? { ...(last.shown as Cell), carried: true } : { withheld: 'time' });
	}

	/** D6: the groups that are kept, after those that stay as they were anyway. */
	#chooseByComplement(): Group[] {
		const kept = [...this.#carried.keys()];
		const everyone = crowdOf(this.#tables([...kept, ...this.#candidates]));
		for (const group of this.#candidates) {
			if (!reachesFew(seenThrough(everyone, [...kept, group]))) kept.push(group);
		}
		return kept;
	}

	#tables(groups: readonly Group[]): Tables {
		return new Map(groups.map((group) => [group, this.#scores(group)]));
	}

	/** D7: the first table by which a sum is reached that differs too little from the same sum in an earlier release. */
	#firstDrifting(shown: readonly Group[]): Group | undefined {
		const tables = this.#tables(shown);
		const crowds = this.#before.map((then) => {
			const both = new Map([...tables].filter(([group]) => then.has(group)));
			return crowdOf(both, then, this.#holders);
		});
		const drift = (count: number) => crowds.some((crowd) => driftsLittle(firstOf(crowd, shown.slice(0, count))));
		let [safe, unsafe] = [this.#carried.size, shown.length];
		if (safe === unsafe || !drift(unsafe)) return undefined;
		while (unsafe - safe > 1) {
			const middle = Math.floor((safe + unsafe) / 2);
			if (drift(middle)) unsafe = middle;
			else safe = middle;
		}
		return shown[unsafe - 1];
	}

	#conclude(shown: readonly Group[]): MeasurePlan {
		const standing = new Map<Group, Standing>();
		for (const group of shown) {
			const scores = this.#scores(group);
			const carried = this.#carried.has(group) ? this.#last.get(group) : undefined;
			standing.set(group, carried ?? { scores, shown: judgeCell(contributionsOf(scores), this.#holders) });
		}
		for (const group of this.#candidates) {
			// "Homogeneous" comes before "complement" in what the operator is told, and after it in what is decided.
			const judged = standing.get(group)?.shown ?? judgeCell(contributionsOf(this.#scores(group)), this.#holders);
			const left = !standing.has(group) && !isWithheld(judged);
			this.#verdicts.set(group, left ? { withheld: 'complement' } : judged);
		}
		return { standing, verdicts: this.#verdicts };
	}
}

function firstOf(crowd: Crowd, groups: readonly Group[]): Crowd {
	return seenThrough(
		crowd,
		groups.filter((group) => crowd.groups.includes(group))
	);
}
