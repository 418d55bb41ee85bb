/**
 * A crosswalk tells, item by item, what became of an earlier version of the instrument. It stands in the folder of
 * the later version; a series (M16) compares only what it calls `same`.
 */
import { z } from 'zod';
import { Item, itemsOf, Version, type Instrument } from './instrument.ts';
import type { Problem } from './instrument-consistency.ts';

const ItemId = Item.shape.id;

/**
 * What became of one item. `same` and `changed` stand at the later id and name the earlier one where it differs;
 * `new` stands at an id that only the later version has, `dropped` at one that only the earlier version had.
 */
export const CrosswalkEntry = z.union([
	z.enum(['same', 'changed', 'new', 'dropped']),
	z.strictObject({ change: z.enum(['same', 'changed']), was: ItemId })
]);
export type CrosswalkEntry = z.infer<typeof CrosswalkEntry>;

export const Crosswalk = z.strictObject({ from: Version, items: z.record(ItemId, CrosswalkEntry) });
export type Crosswalk = z.infer<typeof Crosswalk>;

/** M16: the items that ask the same in both versions, as earlier id → later id. */
export function sameItems(crosswalk: Crosswalk): Map<string, string> {
	const same = new Map<string, string>();
	for (const { id, change, was } of stepsOf(crosswalk)) if (change === 'same') same.set(was, id);
	return same;
}

/** M16 over several versions: what asks the same from the first to the last; crosswalks earliest first. */
export function sameItemsAlong(crosswalks: Crosswalk[]): Map<string, string> {
	const [first, ...later] = crosswalks.map(sameItems);
	const along = new Map(first);
	for (const step of later) {
		for (const [earliest, id] of along) {
			const next = step.get(id);
			if (next) along.set(earliest, next);
			else along.delete(earliest);
		}
	}
	return along;
}

/** What a crosswalk forgets or tells wrongly; empty if every item of both versions is accounted for once. */
export function crosswalkProblems(crosswalk: Crosswalk, earlier: Instrument, later: Instrument): Problem[] {
	const before = idsOf(earlier);
	const after = idsOf(later);
	const steps = stepsOf(crosswalk);
	const told = new Set(steps.filter((step) => step.change !== 'dropped').map((step) => step.id));
	const explained = steps.filter((step) => step.change !== 'new').map((step) => step.was);
	return [
		...steps.flatMap((step) => stepProblems(step, before, after)),
		...[...after].filter((id) => !told.has(id)).map((id) => missing(id, later.version)),
		...[...before].filter((id) => !explained.includes(id)).map((id) => missing(id, earlier.version)),
		...repeated(explained)
	];
}

interface Step {
	id: string;
	change: 'same' | 'changed' | 'new' | 'dropped';
	was: string;
}

function stepsOf(crosswalk: Crosswalk): Step[] {
	return Object.entries(crosswalk.items).map(([id, entry]) =>
		typeof entry === 'string' ? { id, change: entry, was: id } : { id, ...entry }
	);
}

function idsOf(instrument: Instrument): Set<string> {
	return new Set(itemsOf(instrument, 'full').map((item) => item.id));
}

function stepProblems({ id, change, was }: Step, before: Set<string>, after: Set<string>): Problem[] {
	const path = ['items', id];
	if (change !== 'dropped' && !after.has(id)) return [unknown(path, id, 'neuen', 'later')];
	if (change !== 'new' && !before.has(was)) return [unknown(path, was, 'früheren', 'earlier')];
	if (change === 'new' && before.has(id)) return [reused(path, id)];
	if (change === 'dropped' && after.has(id)) return [reused(path, id)];
	return [];
}

function unknown(path: PropertyKey[], id: string, de: string, en: string): Problem {
	return {
		path,
		reason: {
			de: `Eine Aussage ${id} gibt es in der ${de} Fassung nicht.`,
			en: `There is no item ${id} in the ${en} version.`
		}
	};
}

function reused(path: PropertyKey[], id: string): Problem {
	return {
		path,
		reason: {
			de: `${id} gibt es in beiden Fassungen, also „same“ oder „changed“. Eine neue Frage braucht eine neue Nummer.`,
			en: `${id} exists in both versions, so it is “same” or “changed”. A new question needs a new number.`
		}
	};
}

function missing(id: string, version: string): Problem {
	return {
		path: ['items'],
		reason: {
			de: `Aussage ${id} der Fassung ${version} fehlt hier.`,
			en: `Item ${id} of version ${version} is missing here.`
		}
	};
}

function repeated(ids: string[]): Problem[] {
	return [...new Set(ids.filter((id, index) => ids.indexOf(id) < index))].map((id) => ({
		path: ['items'],
		reason: {
			de: `Aussage ${id} der früheren Fassung kommt zweimal vor.`,
			en: `Item ${id} of the earlier version occurs twice.`
		}
	}));
}
