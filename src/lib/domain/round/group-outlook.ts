/** What a confidential round will probably be able to show of its groups (D12), told while it is set up. */
import { MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import { GAP_GROUPS } from '#lib/domain/scoring/perspective.ts';
import { SMALL_ROLES } from './roles.ts';
import { COUNCIL, OTHERS } from './team-groups.ts';

/**
 * Of a group's answers: `own`: a mean of its own, where five of it answer; `merged`: one with other small groups of the
 * administration; `whole`: in the whole only; `hidden`: in the whole only, or the small groups could be calculated;
 * `usuallySmall`: hardly any municipality has five of them; `unknown`: nobody can say before somebody is on the list.
 */
export type GroupOutlook = 'own' | 'merged' | 'whole' | 'hidden' | 'usuallySmall' | 'unknown';

/** People on the list by role. */
export type Invited = ReadonlyMap<string, number>;

/** What will probably be shown of a role; by its usual size as long as nobody of it is on the list. */
export function outlookOf(role: string, invited: Invited): GroupOutlook {
	const count = invited.get(role) ?? 0;
	if (count === 0) return SMALL_ROLES.includes(role) ? 'usuallySmall' : 'unknown';
	const groups = expectedGroups(invited);
	if (count >= MEAN_MINIMUM) return groups.includes(role) ? 'own' : 'hidden';
	return role !== COUNCIL && groups.includes(OTHERS) ? 'merged' : 'whole';
}

/**
 * D12: the groups that can be shown if everybody on the list answers. While those that cannot be are fewer than five
 * people together, the smallest group is not shown, either.
 */
function expectedGroups(invited: Invited): string[] {
	const small = [...invited].filter(([role, count]) => count < MEAN_MINIMUM && role !== COUNCIL);
	const large = [...invited].filter(([, count]) => count >= MEAN_MINIMUM);
	const merged = sum(small);
	const groups = [...large, ...(merged >= MEAN_MINIMUM ? [[OTHERS, merged] as const] : [])];
	groups.sort(([, left], [, right]) => right - left);
	const rest = () => sum([...invited]) - sum(groups);
	while (groups.length > 0 && rest() > 0 && rest() < MEAN_MINIMUM) groups.pop();
	return groups.map(([group]) => group);
}

function sum(groups: readonly (readonly [string, number])[]): number {
	return groups.reduce((total, [, count]) => total + count, 0);
}

/** M13: whether enough groups can be shown for a gap between them; undefined while nobody is on the list. */
export function gapIsPossible(invited: Invited): boolean | undefined {
	return invited.size === 0 ? undefined : expectedGroups(invited).length >= GAP_GROUPS;
}

interface AskedRole {
	role: string;
	criteria: readonly string[];
}

/** What of a round will stay without a value: criteria that nobody is asked, and those that fewer than five are. */
export function gapsInAsking(
	criteria: readonly string[],
	roles: readonly AskedRole[],
	invited: Invited
): { unasked: string[]; few: string[] } {
	const asking = (criterion: string) => roles.filter((one) => one.criteria.includes(criterion));
	const count = (criterion: string) => asking(criterion).reduce((sum, { role }) => sum + (invited.get(role) ?? 0), 0);
	const unasked = criteria.filter((criterion) => asking(criterion).length === 0);
	const asked = criteria.filter((criterion) => !unasked.includes(criterion));
	const few = invited.size === 0 ? [] : asked.filter((criterion) => count(criterion) < MEAN_MINIMUM);
	return { unasked, few };
}
