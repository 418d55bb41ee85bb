/**
 * D6, D7: the municipalities behind a set of tables, joined to classes of those that stand in the same tables. Whatever a
 * reader adds and subtracts, the municipalities of one class get the same value; so classes are all that is looked at.
 */
import type { Holder } from './disclosure.ts';
import type { Group } from './disclosure-group.ts';
import { sameScore, type Scores } from './disclosure-time.ts';

export type Tables = ReadonlyMap<Group, Scores>;

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

/** A reader's sum: how often the table at each position is added (positive) or subtracted (negative). */
export type Sum = Int8Array;

type OpenTrace = { score: number; now: number[]; then: number[] };

function tracesOf(groups: readonly Group[], now: Tables, then: Tables): Map<string, OpenTrace[]> {
	const byId = new Map<string, OpenTrace[]>();
	function note(position: number, scores: Scores | undefined, release: 'now' | 'then') {
		for (const [id, score] of scores ?? []) {
			const traces = byId.get(id) ?? [];
			byId.set(id, traces);
			let trace = traces.find((one) => sameScore(one.score, score));
			if (!trace) traces.push((trace = { score, now: [], then: [] }));
			trace[release].push(position);
		}
	}
	groups.forEach((group, position) => {
		note(position, now.get(group), 'now');
		note(position, then.get(group), 'then');
	});
	return byId;
}

/** Joins classes, or single municipalities, that stand in the same tables. */
function joined(parts: Iterable<Class>): Class[] {
	const classes = new Map<string, Class>();
	for (const { traces, count, unknown } of parts) {
		const marks = traces.map(({ now, then }) => `${now.join()}|${then.join()}`).sort();
		const key = marks.join(' ');
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

/** Joins the municipalities behind the tables of this release, and of an earlier one, to classes. */
export function crowdOf(now: Tables, then: Tables = new Map(), holders: readonly Holder[] = []): Crowd {
	const groups = [...now.keys()];
	const single = Array.from(tracesOf(groups, now, then), ([id, traces]) => ({
		traces,
		count: 1,
		unknown: holders.map((holder) => (holder.has(id) ? 0 : 1))
	}));
	return { groups, classes: joined(single) };
}

/** The same people, seen through some of the tables only, in the order in which those are named. */
export function seenThrough({ groups, classes }: Crowd, some: readonly Group[]): Crowd {
	const place = new Map(groups.map((group, position) => [position, some.indexOf(group)]));
	const through = (positions: readonly number[]) =>
		positions
			.map((position) => place.get(position) ?? -1)
			.filter((position) => position >= 0)
			.sort((a, b) => a - b);
	const seen = classes.map(({ traces, ...rest }) => ({
		...rest,
		traces: traces
			.map(({ now, then }) => ({ now: through(now), then: through(then) }))
			.filter(({ now, then }) => now.length + then.length > 0)
	}));
	return { groups: some, classes: joined(seen.filter(({ traces }) => traces.length > 0)) };
}

/** How often a sum counts what stands in these tables. */
export function valueIn(positions: readonly number[], sum: Sum): number {
	let value = 0;
	for (const position of positions) value += sum[position] ?? 0;
	return value;
}
