/** Who may learn what about whom: the sizes of D4, and what is held back as a type of its own. */
import { z } from 'zod';
import { DIMENSIONS } from './instrument.ts';

/** D4: so many municipalities must contribute to a number. A constant, so that no setting can lower it. */
export const GROUP_MINIMUM = 10;
/** D4: so many of them must be unknown to any single holder. */
export const UNKNOWN_MINIMUM = 5;
/** D4: quartiles of fewer would name single municipalities by their neighbours. */
export const QUARTILE_MINIMUM = 20;
/** D4: a histogram of fewer has hardly a bar with enough municipalities. */
export const HISTOGRAM_MINIMUM = 30;
/** D5: from so many municipalities on, one more hardly moves a number shown to a tenth. */
export const FINE_MINIMUM = 50;

/** Why something is held back. For the operator only: a reader cannot tell withheld from empty. */
export const Reason = z.enum(['size', 'holder', 'homogeneous', 'complement', 'time']);
export type Reason = z.infer<typeof Reason>;

export interface Withheld {
	withheld: Reason;
}

/** Whether a value is held back by disclosure control. */
export function isWithheld(value: object): value is Withheld {
	return 'withheld' in value;
}

/** What is compared: a dimension, `overall`, or a criterion by its id. */
export const Measure = z.union([z.enum([...DIMENSIONS, 'overall']), z.string().regex(/^[A-Z]\d$/)]);
export type Measure = z.infer<typeof Measure>;

/** One municipality's score (1.0–5.0) for one measure. `id` is the municipality's. */
export interface Contribution {
	id: string;
	score: number;
}

/** D4: the ids of all municipalities of which one account sees single values, by grants, office or publication. */
export type Holder = ReadonlySet<string>;

/** D4: whether fewer than ten municipalities contribute. */
export function tooFew(contributions: readonly Contribution[]): boolean {
	return new Set(contributions.map(({ id }) => id)).size < GROUP_MINIMUM;
}

/** D4: whether a single holder knows so many of the contributors that fewer than five are left. */
export function knownTooWell(contributions: readonly Contribution[], holders: readonly Holder[]): boolean {
	const ids = [...new Set(contributions.map(({ id }) => id))];
	return holders.some((holder) => ids.filter((id) => !holder.has(id)).length < UNKNOWN_MINIMUM);
}
