/** How fast this person answers, so that "about … minutes left" is theirs. Never leaves the browser window. */
import type { Shelf } from './save-queue.svelte.ts';

/** Fewer answers tell no pace. */
const FEWEST_ANSWERS = 5;
/** A longer gap is a break and no thinking: it counts as much as this, in milliseconds. */
const LONGEST_THOUGHT = 3 * 60_000;
const MINUTE = 60_000;

interface Kept {
	answers: number;
	/** milliseconds spent between them */
	spent: number;
	last: number;
}

export class Pace {
	#kept: Kept | undefined;

	constructor(
		readonly key: string,
		readonly shelf: Shelf
	) {
		try {
			this.#kept = JSON.parse(shelf.getItem(key) ?? 'null') ?? undefined;
		} catch {
			shelf.removeItem(key);
		}
	}

	/** Takes note of an answer given at this moment, in milliseconds. */
	answered(now: number): void {
		const before = this.#kept;
		const gap = before ? Math.min(Math.max(0, now - before.last), LONGEST_THOUGHT) : 0;
		this.#kept = { answers: (before?.answers ?? 0) + 1, spent: (before?.spent ?? 0) + gap, last: now };
		this.shelf.setItem(this.key, JSON.stringify(this.#kept));
	}

	/**
	 * Whole minutes that so many statements will take; undefined until the pace is known or where nothing is left.
	 * @param least minutes that reading them takes, below which nobody is told
	 */
	minutesLeft(statements: number, least: number): number | undefined {
		if (!this.#kept || this.#kept.answers < FEWEST_ANSWERS || statements === 0) return undefined;
		const each = this.#kept.spent / (this.#kept.answers - 1);
		return Math.max(1, Math.ceil(Math.max(least, (statements * each) / MINUTE)));
	}
}
