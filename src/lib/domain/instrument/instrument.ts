/**
 * The instrument: the questionnaire as data, without the schemas, which would be a burden for a browser.
 * An instrument has three dimensions of six criteria with three items each (54 items), five described levels per item.
 */
import { DIMENSIONS, type DimensionId } from './dimension.ts';
import type { Criterion, Instrument, Item, Text, Variant } from './schema.ts';

export { DIMENSIONS, type DimensionId };
export { ROLES, type Role } from './role.ts';
export type { Criterion, Dimension, Frame, Instrument, Item, ProfileField, Text, Variant } from './schema.ts';

export const LOCALES = ['de', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The text in one language. */
export function pick(text: Text, locale: Locale): string {
	return text[locale];
}

/** All criteria in instrument order, of one dimension where given. */
export function criteriaOf(instrument: Instrument, scope?: DimensionId): Criterion[] {
	return instrument.dimensions.filter((d) => !scope || d.id === scope).flatMap((d) => d.criteria);
}

/** The items of a criterion that exist in a variant (M17). */
export function itemsOfCriterion<I extends { core: boolean }>(criterion: { items: I[] }, variant: Variant): I[] {
	return variant === 'full' ? criterion.items : criterion.items.filter((item) => item.core);
}

/** All items in instrument order that exist in a variant, of one dimension where given (M2, M17). */
export function itemsOf(instrument: Instrument, variant: Variant, scope?: DimensionId): Item[] {
	return criteriaOf(instrument, scope).flatMap((criterion) => itemsOfCriterion(criterion, variant));
}
