/** What a consultant may see before the own rating is done (D15, journey 7): the evidence, and nothing of the result. */
import { criteriaOf, itemsOfCriterion, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';

/** The items of a criterion that a round asked about; undefined where it did not ask about it. */
export function reviewedItems(
	instrument: Instrument,
	{ variant, scope }: Extent,
	criterion: string
): string[] | undefined {
	const found = criteriaOf(instrument, scope).find(({ id }) => id === criterion);
	return found && itemsOfCriterion(found, variant).map(({ id }) => id);
}

/** The criteria that a round asked about, in instrument order. */
export function reviewedCriteria(instrument: Instrument, { scope }: Pick<Extent, 'scope'>): string[] {
	return criteriaOf(instrument, scope).map(({ id }) => id);
}

/** Whether the blind rating of a criterion is complete: each of its items has a level, or shows none. */
export function isRated(items: readonly string[], rated: ReadonlySet<string>): boolean {
	return items.every((item) => rated.has(item));
}

/** Whether scores, stages and comparison may be served: only when all criteria are in sight. */
export function showsWhole(criteria: readonly string[], opened: ReadonlySet<string>): boolean {
	return criteria.every((criterion) => opened.has(criterion));
}
