/** Who may learn what about whom: the rule of D4, and what is held back as a type of its own. */
import { z } from 'zod';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { CHANGE_MINIMUM, GROUP_MINIMUM, UNKNOWN_MINIMUM } from './minimum.ts';

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

/** D4: the ids of all municipalities of which one account sees single values, by grants, office or publication. */
export type Holder = ReadonlySet<string>;

/** A number of municipalities: all of them, then, holder by holder, those that the holder does not know. */
export type Tally = readonly [all: number, ...unknown: number[]];

/** D4: whether fewer than ten municipalities contribute. */
export function tooFew([all]: Tally): boolean {
	return all < GROUP_MINIMUM;
}

/** D4: whether a single holder knows so many of the contributors that fewer than five are left. */
export function knownTooWell([, ...unknown]: Tally): boolean {
	return unknown.some((count) => count < UNKNOWN_MINIMUM);
}

/** D7: whether so few municipalities changed that a reader, or a holder who knows some of them, could work them out. */
export function changedTooLittle([all, ...unknown]: Tally): boolean {
	return all > 0 && (all < CHANGE_MINIMUM || unknown.some((count) => count < CHANGE_MINIMUM));
}

/** D7: whether so many changed, and whoever else does, that nobody can work them out. */
export function changedEnough(changed: Tally): boolean {
	return changed.every((count) => count >= CHANGE_MINIMUM);
}
