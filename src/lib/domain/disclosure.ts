/** Who may learn what about whom: the rule of D4, and what is held back as a type of its own. */
import { z } from 'zod';
import { DIMENSIONS } from './dimension.ts';
import { GROUP_MINIMUM, UNKNOWN_MINIMUM } from './disclosure-minimum.ts';

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
	const ids = new Set<string>();
	return !contributions.some(({ id }) => ids.add(id).size >= GROUP_MINIMUM);
}

/** D4: whether a single holder knows so many of the contributors that fewer than five are left. */
export function knownTooWell(contributions: readonly Contribution[], holders: readonly Holder[]): boolean {
	if (holders.length === 0) return false;
	const ids = [...new Set(contributions.map(({ id }) => id))];
	return holders.some((holder) => ids.filter((id) => !holder.has(id)).length < UNKNOWN_MINIMUM);
}
