/** D2: what a release says. Built at once from all members, never changed afterwards. */
import { z } from 'zod';
import { isWithheld, Measure, type Contribution, type Holder, type Withheld } from './disclosure.ts';
import { Cell, judgeCell, roundCount } from './disclosure-cell.ts';
import { Group, groupsOf, type Traits } from './disclosure-group.ts';

/** Until complement (D6) and time (D7) are checked, only a group that has no complement may be published. */
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
	measures: Record<Measure, Cell | Withheld>;
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

/** D3–D5: judges every group that has a member with a score, in the order of the names. */
export function judgeGroups(members: readonly Member[], holders: readonly Holder[]): JudgedGroup[] {
	const judged = Array.from(gather(members), ([group, { n, contributions }]) => ({
		group,
		n,
		measures: Object.fromEntries(
			[...contributions]
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([measure, list]) => [measure, judgeCell(list, holders)])
		)
	}));
	return judged.sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** The members of a group with any score, counted, and what they contribute to each measure. */
interface Gathered {
	n: number;
	contributions: Map<Measure, Contribution[]>;
}

function gather(members: readonly Member[]): Map<Group, Gathered> {
	const byGroup = new Map<Group, Gathered>();
	for (const member of members.filter(hasScore)) {
		const groups = groupsOf(member).map((group) => {
			const gathered = byGroup.get(group) ?? { n: 0, contributions: new Map<Measure, Contribution[]>() };
			byGroup.set(group, gathered);
			gathered.n++;
			return gathered;
		});
		for (const [measure, score] of Object.entries(member.scores)) {
			const contribution = score === null ? undefined : { id: member.id, score };
			for (const { contributions } of groups) {
				const list = contributions.get(measure) ?? [];
				contributions.set(measure, list);
				if (contribution) list.push(contribution);
			}
		}
	}
	return byGroup;
}

function hasScore({ scores }: Member): boolean {
	return Object.values(scores).some((score) => score !== null);
}

/** D4, D5: leaves out what is withheld, and a group of which nothing is shown. */
export function publishGroups(judged: readonly JudgedGroup[]): Table[] {
	return judged.flatMap(({ group, n, measures }) => {
		const shown = Object.entries(measures).filter((entry): entry is [Measure, Cell] => !isWithheld(entry[1]));
		if (!PUBLISHED_GROUPS.includes(group) || shown.length === 0) return [];
		return [{ group, n: roundCount(n), cells: Object.fromEntries(shown) }];
	});
}
