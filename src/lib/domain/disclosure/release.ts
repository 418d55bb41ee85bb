/** D2: what a release says. Built at once from all members, never changed afterwards. */
import { z } from 'zod';
import { Association } from './coefficients.ts';
import { isWithheld, Measure, type Holder, type Tally, type Withheld } from './disclosure.ts';
import { Cell, judgeCell, roundCount } from './cell.ts';
import type { Sources } from './crowd.ts';
import { Group, groupsOf } from './group.ts';
import { GROUP_MINIMUM } from './minimum.ts';
import { Registry, type Path } from './path.ts';
import { chooseTables, mayRenew, talliesOf, type Choice } from './plan.ts';
import type { Counted, Memory, Standing, StandingTables } from './time.ts';
import type { Member, Participant } from './participant.ts';

/** One measure of one group as the operator sees it. */
export type Verdict = (Cell & { carried?: true }) | Withheld;

/** One group as the operator sees it: exact number, and every measure with its reason where held back. */
export interface JudgedGroup {
	group: Group;
	/** members with any score */
	n: number;
	measures: Record<Measure, Verdict>;
}

/** What a release shows, and what must be remembered of it for the next ones (D7); the latter is never published. */
export interface PlannedRelease extends Memory {
	groups: JudgedGroup[];
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
	tables: z.strictObject({ full: z.array(Table), short: z.array(Table) }),
	/** how many entries the register has in each group, so that everyone sees how far the participants are from the whole */
	register: z.array(z.strictObject({ group: Group, count: z.int().min(1) })).optional(),
	/** D9: how the criteria go together; absent where nothing of it is shown, and in releases before it was thought of */
	associations: z.strictObject({ full: Association.optional(), short: Association.optional() }).optional()
});
export type ReleaseContent = z.infer<typeof ReleaseContent>;

/**
 * D3–D7: judges every measure of every group that has a member with a score, in the order of the names.
 *
 * @param earlier the releases before, oldest first
 * @param holders who sees single values of several municipalities; those with public results are known to each (D4)
 */
export function planRelease(
	members: readonly Member[],
	earlier: readonly Memory[],
	holders: readonly Holder[]
): PlannedRelease {
	const scored = members.filter(hasScore);
	const participants = scored.map(participantOf);
	const registry = new Registry([...earlier.map((one) => one.participants), participants], holders);
	const numbers = numbersOf(participants);
	const choose = choosing([...numbers.keys()]);
	const standsIn = positionsOf(participants, numbers);
	const occurring = new Set(scored.flatMap(({ scores }) => Object.keys(scores)));
	const measures = [...occurring.union(new Set(earlier.at(-1)?.standing.keys()))].sort();
	const plans = measures.map((measure) => {
		const before = earlier.map(({ standing }): StandingTables => standing.get(measure) ?? new Map());
		const paths = registry.paths(({ marks }) => marks[measure]);
		const choice = choose(paths, before.map(sourcesOf));
		return [measure, judgeMeasure(measure, choice, { scored, standsIn, paths, before })] as const;
	});
	const groups = Array.from(numbers, ([group, n]) => {
		const verdicts = plans.map(([measure, { verdicts }]) => [measure, verdicts.get(group)] as const);
		return { group, n, measures: Object.fromEntries(verdicts.filter(([, verdict]) => verdict)) };
	});
	return {
		groups: groups.sort((a, b) => (a.group < b.group ? -1 : 1)) as JudgedGroup[],
		participants,
		standing: new Map(plans.map(([measure, { standing }]) => [measure, standing])),
		counted: countedOf(numbers, registry, earlier)
	};
}

function hasScore({ scores }: Member): boolean {
	return Object.values(scores).some((score) => score !== null);
}

function participantOf(member: Member): Participant {
	return { id: member.id, groups: groupsOf(member), marks: member.marks ?? member.scores };
}

function numbersOf(participants: readonly Participant[]): Map<Group, number> {
	const numbers = new Map<Group, number>();
	for (const { groups } of participants) for (const group of groups) numbers.set(group, (numbers.get(group) ?? 0) + 1);
	return numbers;
}

const sourcesOf = (tables: ReadonlyMap<Group, { from: number }>): Sources =>
	new Map(Array.from(tables, ([group, { from }]) => [group, from] as const));

/** Chooses what stands; measures with the same paths share the choice, as they mostly do. */
function choosing(groups: readonly Group[]) {
	const known = new Map<string, Choice>();
	return (paths: readonly Path[], earlier: readonly Sources[]): Choice => {
		const key = JSON.stringify([paths.map((path) => JSON.stringify(path)).sort(), earlier.map((one) => [...one])]);
		const choice = known.get(key) ?? chooseTables(paths, groups, earlier);
		known.set(key, choice);
		return choice;
	};
}

interface Behind {
	scored: readonly Member[];
	standsIn: Positions;
	paths: readonly Path[];
	before: readonly StandingTables[];
}

/** The groups, how many stand in each, and for each participant the positions of its own among them. */
interface Positions {
	groups: readonly Group[];
	sizes: readonly number[];
	own: readonly (readonly number[])[];
}

function positionsOf(participants: readonly Participant[], numbers: ReadonlyMap<Group, number>): Positions {
	const groups = [...numbers.keys()];
	const positions = new Map(groups.map((group, position) => [group, position]));
	const own = participants.map((one) => one.groups.map((group) => positions.get(group) ?? -1));
	return { groups, sizes: [...numbers.values()], own };
}

/** By group, the scores of one measure. */
function scoresOf(measure: Measure, scored: readonly Member[], { groups, sizes, own }: Positions) {
	const scores = sizes.map((size) => new Float64Array(size));
	const counts = sizes.map(() => 0);
	scored.forEach((member, index) => {
		const score = member.scores[measure];
		if (typeof score !== 'number') return;
		for (const position of own[index] ?? []) {
			const count = counts[position] ?? 0;
			counts[position] = count + 1;
			(scores[position] as Float64Array)[count] = score;
		}
	});
	return new Map(groups.map((group, position) => [group, scores[position]?.subarray(0, counts[position])]));
}

/** D5: the cells of the tables that stand, and for the operator why there is none. */
function judgeMeasure(measure: Measure, { standing, withheld }: Choice, { scored, standsIn, paths, before }: Behind) {
	const scores = scoresOf(measure, scored, standsIn);
	const tallies = talliesOf(paths, before.length);
	const judge = (group: Group) => judgeCell(scores.get(group) ?? [], (tallies.get(group) as Tally | undefined) ?? [0]);
	const tables = new Map<Group, Standing>();
	const verdicts = new Map<Group, Verdict>();
	for (const [group, from] of standing) {
		const last = from === before.length ? undefined : before.at(-1)?.get(group);
		const shown = last?.shown ?? judge(group);
		tables.set(group, { from, shown });
		if (!last) verdicts.set(group, shown);
		else verdicts.set(group, isWithheld(shown) ? { withheld: 'time' } : { ...shown, carried: true });
	}
	for (const [group, reason] of withheld) {
		// "Homogeneous" comes before "complement" in what the operator is told, and after it in what is decided.
		const judged = reason === 'complement' ? judge(group) : undefined;
		verdicts.set(group, judged && isWithheld(judged) ? judged : { withheld: reason });
	}
	return { standing: tables, verdicts };
}

/** D7 for the number itself: it is renewed as a table is, so that nobody sees one municipality come or go. */
function countedOf(
	numbers: ReadonlyMap<Group, number>,
	registry: Registry,
	earlier: readonly Memory[]
): Map<Group, Counted> {
	const paths = registry.paths(() => 1);
	const before = earlier.map(({ counted }) => sourcesOf(counted));
	const last = earlier.at(-1)?.counted ?? new Map<Group, Counted>();
	const countOf = (group: Group) => {
		const present = { from: earlier.length, number: numbers.get(group) ?? 0 };
		return mayRenew(paths, group, present.from, before) ? present : (last.get(group) ?? present);
	};
	return new Map([...numbers.keys(), ...last.keys()].map((group) => [group, countOf(group)] as const));
}

/**
 * D4, D5: leaves out what is withheld, and a group of which nothing is shown. The number is the last that D7 allows, from
 * when there may have been too few; as something is shown, there are ten at least.
 *
 * @param present how many releases there were before
 */
export function publishGroups({ standing, counted }: PlannedRelease, present = 0): Table[] {
	const cells = new Map<Group, Record<Measure, Cell>>();
	for (const [measure, tables] of [...standing].sort(([a], [b]) => (a < b ? -1 : 1)))
		for (const [group, { shown, from }] of tables) {
			if (isWithheld(shown)) continue;
			const cell = from === present ? shown : { ...shown, carriedFrom: from + 1 };
			cells.set(group, { ...cells.get(group), [measure]: cell });
		}
	return [...cells]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([group, shown]) => {
			const number = Math.max(GROUP_MINIMUM, counted.get(group)?.number ?? 0);
			return { group, n: roundCount(number), cells: shown };
		});
}
