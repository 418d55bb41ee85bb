import type { Group } from '#lib/domain/disclosure/group.ts';

/** A group as a column of a table. */
export interface Column {
	group: Group;
	name: string;
	/** rounded down; absent where nothing of the group is shown */
	n: number | undefined;
}
