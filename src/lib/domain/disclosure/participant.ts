/** Who stands in a release, with its scores and with what later releases remember of them (D2, D7). */
import { TOLERANCE } from '#lib/domain/scoring/rounding.ts';
import type { Measure } from './disclosure.ts';
import type { Group, Traits } from './group.ts';

/** What one municipality brings into a release: its traits, and its scores by measure (null: none). */
export interface Member extends Traits {
	id: string;
	scores: Readonly<Record<Measure, number | null>>;
	/** what releases remember in place of the scores, where those must not be readable there */
	marks?: Participant['marks'];
}

/** Who took part in a release: the groups, and for each measure a number that is another one where the score is. */
export interface Participant {
	id: string;
	groups: readonly Group[];
	marks: Readonly<Record<Measure, number | null>>;
}

/** Whether two scores count as the same; a changed score makes another member. */
export function sameScore(a: number, b: number): boolean {
	return Math.abs(a - b) <= TOLERANCE;
}
