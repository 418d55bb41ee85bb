/**
 * A crosswalk tells, item by item, what became of an earlier version of the instrument. It stands in the folder of
 * the later version; a series (M16) compares only what it calls `same`.
 */
import { z } from 'zod';
import { Item, Version } from './schema.ts';
import { itemsOf, type Instrument } from './instrument.ts';
import { problem, type Problem } from './rules.ts';

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

/**
 * M16: those of an earlier version's items that ask the same in a later one, as earlier id → later id.
 * @param crosswalks all steps from the one to the other, earliest first; none for one and the same version
 */
export function sameItems(earlier: Instrument, crosswalks: Crosswalk[]): Map<string, string> {
	const same = new Map([...idsOf(earlier)].map((id) => [id, id]));
	for (const crosswalk of crosswalks) {
		const next = new Map(stepsOf(crosswalk).flatMap(({ id, change, was }) => (change === 'same' ? [[was, id]] : [])));
		for (const [first, id] of same) {
			const later = next.get(id);
			if (later === undefined) same.delete(first);
			else same.set(first, later);
		}
	}
	return same;
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
	return problem(
		'crosswalk',
		path,
		`Eine Aussage ${id} gibt es in der ${de} Fassung nicht.`,
		`There is no item ${id} in the ${en} version.`
	);
}

function reused(path: PropertyKey[], id: string): Problem {
	return problem(
		'crosswalk',
		path,
		`${id} gibt es in beiden Fassungen, also „same“ oder „changed“. Eine neue Frage braucht eine neue Nummer.`,
		`${id} exists in both versions, so it is “same” or “changed”. A new question needs a new number.`
	);
}

function missing(id: string, version: string): Problem {
	return problem(
		'crosswalk',
		['items'],
		`Aussage ${id} der Fassung ${version} fehlt hier.`,
		`Item ${id} of version ${version} is missing here.`
	);
}

function repeated(ids: string[]): Problem[] {
	const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
	return [...twice].map((id) =>
		problem(
			'crosswalk',
			['items'],
			`Aussage ${id} der früheren Fassung kommt zweimal vor.`,
			`Item ${id} of the earlier version occurs twice.`
		)
	);
}
