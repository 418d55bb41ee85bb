/** What an operator sees of a release before it is published: group by group, with exact numbers and reasons. */
import { isWithheld, type Reason } from '#lib/domain/disclosure/disclosure.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import type { JudgedGroup, Table } from '#lib/domain/disclosure/release.ts';
import { compareGroups } from '#lib/domain/disclosure/group-order.ts';

export interface GroupOverview {
	group: Group;
	/** entries of the register in the group */
	register: number;
	/** municipalities that count, not rounded */
	n: number;
	/** measures that are shown, and how many of them are carried over (D7) */
	shown: number;
	carried: number;
	/** measures that are not, by reason, the most frequent first */
	withheld: { reason: Reason; count: number }[];
	/** measures that the last release shows */
	before: number;
}

/** Every group of the register and of those who take part. */
export function overviewOf(
	judged: readonly JudgedGroup[],
	register: readonly { group: Group; count: number }[],
	last: readonly Table[] = []
): GroupOverview[] {
	const groups = new Set([...register, ...judged, ...last].map(({ group }) => group));
	return [...groups].sort(compareGroups).map((group) => {
		const verdicts = Object.values(judged.find((one) => one.group === group)?.measures ?? {});
		const reasons = new Map<Reason, number>();
		for (const verdict of verdicts)
			if (isWithheld(verdict)) reasons.set(verdict.withheld, (reasons.get(verdict.withheld) ?? 0) + 1);
		return {
			group,
			register: register.find((one) => one.group === group)?.count ?? 0,
			n: judged.find((one) => one.group === group)?.n ?? 0,
			shown: verdicts.filter((verdict) => !isWithheld(verdict)).length,
			carried: verdicts.filter((verdict) => 'carried' in verdict).length,
			withheld: Array.from(reasons, ([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
			before: Object.keys(last.find((one) => one.group === group)?.cells ?? {}).length
		};
	});
}
