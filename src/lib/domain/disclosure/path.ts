/**
 * D6, D7: the ways of municipalities through all releases. Those that stood in the same groups in each of them, with scores
 * that changed at the same times, go one path: whatever a reader adds and subtracts, they are counted alike.
 */
import { Counter } from './change.ts';
import type { Holder, Tally } from './disclosure.ts';
import type { Group } from './group.ts';
import { sameScore, type Participant } from './participant.ts';

/** Where a path leads in one release: the groups, and which of its different scores it has there (0, 1, …). */
export interface Stand {
	groups: readonly Group[];
	score: number;
}

export interface Path {
	/** by release, oldest first, the present one last; undefined where there was no score */
	stands: readonly (Stand | undefined)[];
	tally: Tally;
}

/** The score of somebody who took part, or any number that differs where the score does. */
export type MarkOf = (participant: Participant) => number | null | undefined;

/** Everybody who took part in a release, release by release. */
export class Registry {
	readonly #ids: string[];
	/** by municipality, by release */
	readonly #rows: (Participant | undefined)[][];
	/** the different sets of groups; the same set is the same array */
	readonly #places: (readonly Group[])[] = [];
	/** by municipality, by release: position among the places */
	readonly #placed: number[][];
	readonly #holders: readonly Holder[];
	readonly #releases: number;

	constructor(releases: readonly (readonly Participant[])[], holders: readonly Holder[]) {
		const rows = new Map<string, (Participant | undefined)[]>();
		releases.forEach((participants, release) => {
			for (const one of participants) {
				const row = rows.get(one.id) ?? releases.map(() => undefined);
				rows.set(one.id, row);
				row[release] = one;
			}
		});
		const places = new Map<string, number>();
		const placeOf = (one: Participant | undefined) => {
			if (!one) return -1;
			const key = one.groups.join();
			const known = places.get(key);
			if (known !== undefined) return known;
			places.set(key, this.#places.length);
			return this.#places.push(one.groups) - 1;
		};
		this.#ids = [...rows.keys()];
		this.#rows = [...rows.values()];
		this.#placed = this.#rows.map((row) => row.map(placeOf));
		this.#holders = holders;
		this.#releases = releases.length;
	}

	/** The paths of one measure. */
	paths(markOf: MarkOf): Path[] {
		const found = new Map<number, number>();
		const leaves: { stands: (Stand | undefined)[]; counter: Counter }[] = [];
		const width = 1 + this.#places.length * this.#releases;
		const leafOf = new Map<number, number>();
		let nodes = 1;
		this.#rows.forEach((row, index) => {
			const marks: number[] = [];
			const scores = row.map((one) => {
				const mark = one && markOf(one);
				if (typeof mark !== 'number') return -1;
				const same = marks.findIndex((known) => sameScore(known, mark));
				return same >= 0 ? same : marks.push(mark) - 1;
			});
			if (marks.length === 0) return;
			let node = 0;
			scores.forEach((score, release) => {
				const place = this.#placed[index]?.[release] ?? -1;
				const step = node * width + (score < 0 ? 0 : 1 + place * this.#releases + score);
				const next = found.get(step) ?? nodes++;
				found.set(step, next);
				node = next;
			});
			let leaf = leafOf.get(node);
			if (leaf === undefined) {
				leaf = leaves.push({ stands: this.#stands(index, scores), counter: new Counter(this.#holders) }) - 1;
				leafOf.set(node, leaf);
			}
			leaves[leaf]?.counter.count(this.#ids[index] ?? '');
		});
		return leaves.map(({ stands, counter }) => ({ stands, tally: counter.tally() }));
	}

	#stands(index: number, scores: readonly number[]): (Stand | undefined)[] {
		return scores.map((score, release) => {
			const groups = this.#places[this.#placed[index]?.[release] ?? -1];
			return score < 0 || !groups ? undefined : { groups, score };
		});
	}
}
