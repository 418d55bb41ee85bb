/** D12: which role groups' means on an item may be shown beside the mean of all, so that no subtraction gives a group away. */
import { MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Level } from '#lib/domain/answering/rating.ts';

/** The role that is never merged with others: members of the council are no employees. */
export const COUNCIL = 'council';
/** Small roles of the administration, taken together ("weitere"). */
export const OTHERS = 'others';
/** D12: a mean beyond these tells nearly every single answer behind it, and counts as if from too few. */
export const TELLING_MEANS = [1.2, 4.8] as const;

export interface GroupMean {
	/** a role's id, or `others` */
	group: string;
	/** how many levels stand behind the mean */
	levels: number;
	mean: number;
}

interface Group {
	group: string;
	levels: Level[];
}

/**
 * D12: the groups that may be shown on an item, in the order of their names. Roles with fewer than five levels, all
 * alike, or with a telling mean are merged within the administration; while what is not shown is such a group itself,
 * the smallest shown one is hidden, too (D6 in small).
 */
export function shownGroups(respondents: readonly Respondent[], item: string): GroupMean[] {
	const groups = mergeSmall(groupsOf(respondents, item));
	const all = ratingsOfItem(respondents, item).levels;
	let shown = groups.filter(({ group, levels }) => group !== UNKNOWN && !tellsTooMuch(levels));
	while (shown.length > 0 && hidesTooFew(all, shown)) shown = withoutSmallest(shown);
	return shown
		.map(({ group, levels }) => ({ group, levels: levels.length, mean: meanOf(levels) }))
		.sort((a, b) => (a.group < b.group ? -1 : 1));
}

/** Whoever's role must not be known: part of the whole, never a group. */
const UNKNOWN = '';

function groupsOf(respondents: readonly Respondent[], item: string): Group[] {
	const roles = [...new Set(respondents.map(({ role }) => role ?? UNKNOWN))];
	return roles.map((group) => ({
		group,
		levels: ratingsOfItem(
			respondents.filter(({ role }) => (role ?? UNKNOWN) === group),
			item
		).levels
	}));
}

function mergeSmall(groups: readonly Group[]): Group[] {
	const merges = ({ group, levels }: Group) =>
		group === OTHERS || (group !== COUNCIL && group !== UNKNOWN && tellsTooMuch(levels));
	const others = groups.filter(merges).flatMap(({ levels }) => levels);
	return [...groups.filter((group) => !merges(group)), { group: OTHERS, levels: others }];
}

function tellsTooMuch(levels: readonly Level[]): boolean {
	if (levels.length < MEAN_MINIMUM) return true;
	const mean = meanOf(levels);
	return levels.every((level) => level === levels[0]) || mean < TELLING_MEANS[0] || mean > TELLING_MEANS[1];
}

/** Whether all minus the shown groups is a group that tells too much; nobody at all is none. */
function hidesTooFew(all: readonly Level[], shown: readonly Group[]): boolean {
	const rest = [...all];
	for (const level of shown.flatMap(({ levels }) => levels)) rest.splice(rest.indexOf(level), 1);
	return rest.length > 0 && tellsTooMuch(rest);
}

function withoutSmallest(groups: readonly Group[]): Group[] {
	const [smallest] = [...groups].sort((a, b) => a.levels.length - b.levels.length || (a.group < b.group ? -1 : 1));
	return groups.filter((group) => group !== smallest);
}

function meanOf(levels: readonly Level[]): number {
	return levels.reduce((sum: number, level) => sum + level, 0) / levels.length;
}
