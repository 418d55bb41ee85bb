/** D7: what a release keeps for the ones after it. Nothing of it is ever shown. */
import type { Measure, Withheld } from './disclosure.ts';
import type { StandingAssociation } from './coefficients.ts';
import type { Cell } from './cell.ts';
import type { Group } from './group.ts';
import type { Participant } from './participant.ts';

/** One measure of one group as it stands in a release; what is homogeneous was withheld but counts as published (D6). */
export interface Standing {
	/** the release, counted from 0, whose participants stand behind it; an earlier one where the table was carried over */
	from: number;
	shown: Cell | Withheld;
}

/** The tables of one measure in one release; those that are homogeneous are among them. */
export type StandingTables = ReadonlyMap<Group, Standing>;

/** The number that a group tells, before it is rounded, and the release whose participants it counts. */
export interface Counted {
	from: number;
	number: number;
}

/** What a release leaves behind for the next ones. */
export interface Memory {
	participants: readonly Participant[];
	standing: ReadonlyMap<Measure, StandingTables>;
	counted: ReadonlyMap<Group, Counted>;
	/** D9: absent where there is none */
	association?: StandingAssociation | undefined;
}
