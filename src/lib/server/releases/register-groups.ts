/** How many entries of the register each peer group has (D3): what those who take part are compared with. */
import { isNull } from 'drizzle-orm';
import { groupsOf, type Group } from '#lib/domain/disclosure/group.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { municipality } from '#lib/server/db/schema.ts';

/** By group, in the order of the names; entries that are gone do not count. */
export function countRegister(read: Reader): { group: Group; count: number }[] {
	const { kind, state, population, goneOn } = municipality;
	const counts = new Map<Group, number>();
	for (const entry of read.select({ kind, state, population }).from(municipality).where(isNull(goneOn)).all())
		for (const group of groupsOf(entry)) counts.set(group, (counts.get(group) ?? 0) + 1);
	return Array.from(counts, ([group, count]) => ({ group, count })).sort((a, b) => (a.group < b.group ? -1 : 1));
}
