/**
 * D6, D7: the municipalities behind a set of tables, joined to classes of those that stand in the same tables. Whatever a
 * reader adds and subtracts, the municipalities of one class get the same value; so classes are all that is looked at.
 */
import type { Group } from './group.ts';
import type { Path } from './path.ts';

/** The tables of a release: which release's participants stand behind the table of each group. */
export type Sources = ReadonlyMap<Group, number>;

/** One score of a municipality, with the positions of the tables that hold it in this release and in the earlier one. */
export interface Trace {
	now: readonly number[];
	then: readonly number[];
}

/** Municipalities that stand in the same tables; one with several scores among the tables has a trace for each. */
export interface Class {
	traces: readonly Trace[];
	/** municipalities */
	count: number;
	/** those of them that a holder does not know, holder by holder */
	unknown: readonly number[];
}

/** The tables by position, and the classes of municipalities behind them. */
export interface Crowd {
	groups: readonly Group[];
	classes: readonly Class[];
}

interface OpenTrace {
	score: number;
	now: number[];
	then: number[];
}

/** The scores of a path that stand in these tables, with the tables in which they stand. */
function tracesOf({ stands }: Path, tables: Record<'now' | 'then', Indexed>): OpenTrace[] {
	const traces: OpenTrace[] = [];
	for (const time of ['now', 'then'] as const) {
		const { sources, positions, behind } = tables[time];
		for (const source of behind) {
			const stand = stands[source];
			for (const group of stand?.groups ?? []) {
				const position = positions.get(group);
				if (!stand || position === undefined || sources.get(group) !== source) continue;
				let trace = traces.find(({ score }) => score === stand.score);
				if (!trace) traces.push((trace = { score: stand.score, now: [], then: [] }));
				trace[time].push(position);
			}
		}
	}
	const ascending = (a: number, b: number) => a - b;
	for (const { now, then } of traces) [now, then].forEach((some) => some.sort(ascending));
	return traces;
}

interface Indexed {
	sources: Sources;
	positions: ReadonlyMap<Group, number>;
	/** the releases whose participants stand behind some table */
	behind: ReadonlySet<number>;
}

/** Between the positions of a trace, and after them: more than there are tables. */
const [THEN, NEXT] = [1000, 1001];

/** Joins classes, or single municipalities, that stand in the same tables. */
function joined(parts: Iterable<Class>): Class[] {
	const classes = new Map<string, Class>();
	for (const { traces, count, unknown } of parts) {
		const marks = traces.map(({ now, then }) => String.fromCharCode(...now, THEN, ...then, NEXT));
		const key = marks.length === 1 ? (marks[0] as string) : marks.sort().join('');
		const found = classes.get(key);
		if (!found) classes.set(key, { traces, count, unknown });
		else
			classes.set(key, {
				traces,
				count: found.count + count,
				unknown: found.unknown.map((known, index) => known + (unknown[index] ?? 0))
			});
	}
	return [...classes.values()];
}

/** Whether a municipality stands in other tables than before, so that a sum can count it otherwise. */
export const hasMoved = ({ traces }: Class) => traces.some(({ now, then }) => now.join() !== then.join());

/** D7: of those who moved, some holder knows none more than another does; that one decides, whatever the sum. */
function withDecidingHolders(classes: readonly Class[]): Class[] {
	const moving = classes.filter(hasMoved);
	const holders = (moving[0]?.unknown ?? []).map((_, holder) => ({
		holder,
		unknown: moving.map((one) => one.unknown[holder] as number)
	}));
	const different = [...new Map(holders.map((one) => [one.unknown.join(), one])).values()];
	const deciding = different.filter(
		(one) =>
			!different.some((other) => other !== one && other.unknown.every((count, at) => count <= (one.unknown[at] ?? 0)))
	);
	return classes.map((one) => ({ ...one, unknown: deciding.map(({ holder }) => one.unknown[holder] as number) }));
}

/**
 * Joins the municipalities behind the tables of this release, and behind the same of an earlier one, to classes. Without an
 * earlier one nobody asks what holders know (D6).
 */
export function crowdOf(paths: readonly Path[], now: Sources, then?: Sources): Crowd {
	const groups = [...now.keys()];
	const positions = new Map(groups.map((group, position) => [group, position]));
	const indexed = (sources: Sources) => ({ sources, positions, behind: new Set(sources.values()) });
	const tables = { now: indexed(now), then: indexed(then ?? new Map()) };
	const parts = paths.map((path) => {
		const [count, ...unknown] = path.tally;
		return { traces: tracesOf(path, tables), count, unknown: then ? unknown : [] };
	});
	const classes = joined(parts.filter(({ traces }) => traces.length > 0));
	return { groups, classes: then ? withDecidingHolders(classes) : classes };
}

/** The same people, seen through some of the tables only, in the order in which those are named. */
export function seenThrough({ groups, classes }: Crowd, some: readonly Group[]): Crowd {
	const places = new Map(some.map((group, place) => [group, place]));
	const placeOf = groups.map((group) => places.get(group) ?? -1);
	/** In ascending order: a few, so that each is put where it belongs. */
	const through = (positions: readonly number[]) => {
		const seen: number[] = [];
		for (let index = 0; index < positions.length; index++) {
			const place = placeOf[positions[index] as number] as number;
			if (place < 0) continue;
			let at = seen.length;
			for (; at > 0 && (seen[at - 1] as number) > place; at--) seen[at] = seen[at - 1] as number;
			seen[at] = place;
		}
		return seen;
	};
	const seen = classes.map(({ traces, count, unknown }) => ({
		traces: traces
			.map(({ now, then }) => ({ now: through(now), then: through(then) }))
			.filter(({ now, then }) => now.length + then.length > 0),
		count,
		unknown
	}));
	return { groups: some, classes: joined(seen.filter(({ traces }) => traces.length > 0)) };
}
