/** D7: how many municipalities of some classes changed. */
import { changedEnough, type Tally } from './disclosure.ts';

/** Municipalities that are counted alike, and those of them that a holder does not know, holder by holder. */
export interface Counted {
	count: number;
	unknown: readonly number[];
}

/** Adds the municipalities of a class to a tally. */
export function addTo(tally: number[], { count, unknown }: Counted): void {
	tally[0] = (tally[0] ?? 0) + count;
	for (let index = 0; index < unknown.length; index++)
		tally[index + 1] = (tally[index + 1] ?? 0) + (unknown[index] as number);
}

/** The tally of nobody, with a place for each holder. */
export function nobodyOf(classes: readonly Counted[]): [number, ...number[]] {
	return [0, ...(classes[0]?.unknown ?? []).map(() => 0)];
}

/** The municipalities of the classes that changed; as soon as they are enough nobody else is counted, since that stays so. */
export function changeOf<T extends Counted>(classes: readonly T[], hasChanged: (one: T) => boolean): Tally {
	const change = nobodyOf(classes);
	for (const one of classes) {
		if (!hasChanged(one)) continue;
		addTo(change, one);
		if (changedEnough(change)) break;
	}
	return change;
}
