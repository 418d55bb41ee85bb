/** D2: what a release says. Built at once from all members, never changed afterwards. */
import { z } from 'zod';
import { isWithheld, Measure, type Holder } from './disclosure.ts';
import { Cell, roundCount } from './disclosure-cell.ts';
import type { Tables } from './disclosure-crowd.ts';
import { Group, groupsOf, type Traits } from './disclosure-group.ts';
import { planMeasure, type StandingTables, type Verdict } from './disclosure-plan.ts';
import { mayRenew, type Scores } from './disclosure-time.ts';

/** Until pages show the others, only the whole is published. */
export const PUBLISHED_GROUPS: readonly Group[] = ['all'];

/** What one municipality brings into a release: its traits, and its scores by measure (null: none). */
export interface Member extends Traits {
	id: string;
	scores: Readonly<Record<Measure, number | null>>;
}

/** One group as the operator sees it: exact number, and every measure with its reason where held back. */
export interface JudgedGroup {
	group: Group;
	/** members with any score */
	n: number;
	measures: Record<Measure, Verdict>;
}

/** What a release shows, and what must be remembered of it for the next ones (D7); the latter is never published. */
export interface PlannedRelease {
	groups: JudgedGroup[];
	standing: ReadonlyMap<Measure, StandingTables>;
	/** who stands behind the number that each group tells */
	counted: ReadonlyMap<Group, Scores>;
}

/** One group as everyone sees it. What is withheld is simply not there, exactly as what is empty. */
export const Table = z.strictObject({
	group: Group,
	/** D5: rounded down to a multiple of five */
	n: z.int().min(0).multipleOf(5),
	cells: z.record(Measure, Cell)
});
export type Table = z.infer<typeof Table>;

const Day = z.iso.date();

/** D2: the content over which a release's SHA-256 is taken. */
export const ReleaseContent = z.strictObject({
	number: z.int().min(1),
	/** what was closed and agreed to before this day counts */
	cutoff: Day,
	demonstration: z.boolean(),
	licence: z.literal('CC BY 4.0'),
	/** versions of the method and of the instrument behind the members' rounds, oldest first */
	methods: z.array(z.string()),
	instruments: z.array(z.strictObject({ id: z.string(), version: z.string(), sha256: z.string() })),
	/** M17: full and short rounds are never mixed */
	tables: z.strictObject({ full: z.array(Table), short: z.array(Table) })
});
export type ReleaseContent = z.infer<typeof ReleaseContent>;

/**
 * D3–D7: judges every measure of every group that has a member with a score, in the order of the names.
 *
 * @param earlier the releases before, oldest first
 * @param holders who sees single values of several municipalities; those with public results are known to each (D4)
 * @param isPlanned leaves out groups that nothing is to be said about
 */
export function planRelease(
	members: readonly Member[],
	earlier: readonly PlannedRelease[],
	holders: readonly Holder[],
	isPlanned: (group: Group) => boolean = () => true
): PlannedRelease {
	const scored = members.filter(hasScore);
	const tables = (scoreOf: ScoreOf) => tablesOf(scored, scoreOf, isPlanned);
	const everybody = tables(() => 1);
	const occurring = new Set(scored.flatMap(({ scores }) => Object.keys(scores)));
	const measures = [...occurring.union(new Set(earlier.at(-1)?.standing.keys()))].sort();
	const plans = new Map(
		measures.map((measure) => {
			const before = earlier.map(({ standing }): StandingTables => standing.get(measure) ?? new Map());
			return [
				measure,
				planMeasure(
					tables(({ scores }) => scores[measure]),
					before,
					holders
				)
			] as const;
		})
	);
	const groups = Array.from(everybody, ([group, { size }]) => {
		const verdicts = measures.map((measure) => [measure, plans.get(measure)?.verdicts.get(group)] as const);
		return { group, n: size, measures: Object.fromEntries(verdicts.filter(([, verdict]) => verdict)) };
	});
	return {
		groups: groups.sort((a, b) => (a.group < b.group ? -1 : 1)) as JudgedGroup[],
		standing: new Map(Array.from(plans, ([measure, { standing }]) => [measure, standing])),
		counted: countedOf(everybody, earlier, holders)
	};
}

function hasScore({ scores }: Member): boolean {
	return Object.values(scores).some((score) => score !== null);
}

type ScoreOf = (member: Member) => number | null | undefined;

/** The scores of every group that has a member; groups of which nobody has this score are empty. */
function tablesOf(members: readonly Member[], scoreOf: ScoreOf, isPlanned: (group: Group) => boolean): Tables {
	const tables = new Map<Group, Map<string, number>>();
	for (const member of members) {
		const score = scoreOf(member);
		for (const group of groupsOf(member).filter(isPlanned)) {
			const scores = tables.get(group) ?? new Map<string, number>();
			tables.set(group, scores);
			if (typeof score === 'number') scores.set(member.id, score);
		}
	}
	return tables;
}

/** D7 for the number itself: it is renewed as a table is, so that nobody sees one municipality come or go. */
function countedOf(current: Tables, earlier: readonly PlannedRelease[], holders: readonly Holder[]): Tables {
	const last = earlier.at(-1)?.counted;
	const entries = Array.from(current, ([group, scores]) => {
		const before = earlier.flatMap(({ counted }) => counted.get(group) ?? []);
		return [group, mayRenew(scores, before, holders) ? scores : (last?.get(group) ?? scores)] as const;
	});
	return new Map(entries);
}

/** D4, D5: leaves out what is withheld, and a group of which nothing is shown. */
export function publishGroups({ standing, counted }: PlannedRelease): Table[] {
	const cells = new Map<Group, Record<Measure, Cell>>();
	for (const [measure, tables] of [...standing].sort(([a], [b]) => (a < b ? -1 : 1)))
		for (const [group, { shown }] of tables)
			if (!isWithheld(shown)) cells.set(group, { ...cells.get(group), [measure]: shown });
	return [...cells]
		.filter(([group]) => PUBLISHED_GROUPS.includes(group))
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([group, shown]) => ({ group, n: roundCount(counted.get(group)?.size ?? 0), cells: shown }));
}
