/** What a newer register changes. */
import type { RegisterEntry } from './register-entry.ts';
import { suggestSuccessors, type Territory } from './register-successor.ts';

export interface RegisterComparison {
	added: RegisterEntry[];
	changed: { before: RegisterEntry; after: RegisterEntry }[];
	unchanged: number;
	/** `successor`: what it probably became; null where areas do not tell */
	gone: { entry: RegisterEntry; successor: RegisterEntry | null }[];
}

/** Compares the entries that exist with those of a file. */
export function compareRegisters(before: RegisterEntry[], after: RegisterEntry[]): RegisterComparison {
	const old = new Map(before.map((entry) => [entry.key, entry]));
	const there = new Map(after.map((entry) => [entry.key, entry]));
	const comparison: RegisterComparison = { added: [], changed: [], unchanged: 0, gone: [] };
	for (const entry of after) {
		const previous = old.get(entry.key);
		if (!previous) comparison.added.push(entry);
		else if (FIELDS.some((field) => previous[field] !== entry[field]))
			comparison.changed.push({ before: previous, after: entry });
		else comparison.unchanged += 1;
	}
	const gone = before.filter((entry) => !there.has(entry.key));
	const successors = successorsOf(gone, after, old);
	comparison.gone = gone.map((entry) => ({ entry, successor: there.get(successors.get(entry.key) ?? '') ?? null }));
	return comparison;
}

const FIELDS = [
	'name',
	'kind',
	'state',
	'districtKey',
	'districtName',
	'associationKey',
	'population',
	'area'
] as const;

type Level = 'district' | 'association' | 'municipality';
const levelOf = ({ kind }: RegisterEntry): Level =>
	kind === 'district' || kind === 'association' ? kind : 'municipality';

/** Municipalities follow municipalities; associations follow associations or else the municipality they merged into. */
const FOLLOWS: [Level, Level][] = [
	['municipality', 'municipality'],
	['association', 'association'],
	['association', 'municipality'],
	['district', 'district']
];

function successorsOf(
	gone: RegisterEntry[],
	after: RegisterEntry[],
	old: Map<string, RegisterEntry>
): Map<string, string> {
	const successors = movedKeys(
		gone,
		after.filter((entry) => !old.has(entry.key))
	);
	const grown = after
		.map((entry) => ({ entry, gain: entry.area - (old.get(entry.key)?.area ?? 0) }))
		.filter(({ gain }) => gain > 0);
	for (const [from, to] of FOLLOWS) {
		const open = gone
			.filter((entry) => levelOf(entry) === from && !successors.has(entry.key))
			.map((entry) => territory(entry));
		const taken = new Set(successors.values());
		const takers = grown.filter(({ entry }) => levelOf(entry) === to && !taken.has(entry.key));
		const found = suggestSuccessors(
			open,
			takers.map(({ entry, gain }) => territory(entry, gain))
		);
		for (const [key, successor] of found) successors.set(key, successor);
	}
	return successors;
}

function territory(entry: RegisterEntry, area = entry.area): Territory {
	const region = entry.kind === 'district' ? entry.state : (entry.districtKey ?? entry.key.slice(0, 5));
	return { key: entry.key, area, region, group: entry.associationKey };
}

/** After a reform of districts the same municipality stands in another one, under another key. */
function movedKeys(gone: RegisterEntry[], added: RegisterEntry[]): Map<string, string> {
	const identity = (entry: RegisterEntry) => [entry.state, levelOf(entry), entry.name, entry.area].join('|');
	const there = Map.groupBy(added, identity);
	const moved = new Map<string, string>();
	for (const entry of gone) {
		const [found, second] = there.get(identity(entry)) ?? [];
		if (found && !second) moved.set(entry.key, found.key);
	}
	return moved;
}
