/** The difference profile of a review: two levels of each item side by side, the furthest apart first. */
import type { Level } from '#lib/domain/answering/rating.ts';
import type { OwnLevel } from './own-level.ts';
import type { BlindLevel } from './review.ts';

export interface ItemDifference {
	item: string;
	criterion: string;
	/** of the municipality */
	own: OwnLevel;
	/** of the consultant, as it stands; null where there is none */
	theirs: BlindLevel | null;
	/** the consultant's as it stood before the municipality's was in sight; null where there was none */
	blind: BlindLevel | null;
	/** in levels, between what stands now; null where one of them is no level */
	distance: number | null;
}

const isLevel = (value: OwnLevel | BlindLevel): value is Level => typeof value === 'number';

/** @returns 0–4, or null where one of them is no level */
export function distanceOf(own: OwnLevel, theirs: BlindLevel | null): number | null {
	return isLevel(own) && theirs !== null && isLevel(theirs) ? Math.abs(own - theirs) : null;
}

/** What stood before the first change with the other level in sight; what stands now, where there was none. */
export function blindLevel(
	now: BlindLevel | null,
	changes: readonly { revision: number; level: BlindLevel | null }[]
): BlindLevel | null {
	const [first] = [...changes].sort((a, b) => a.revision - b.revision);
	return first ? first.level : now;
}

/** The furthest apart first, those without a distance last; the order given decides among equals. */
export function byDistance<D extends Pick<ItemDifference, 'distance'>>(differences: readonly D[]): D[] {
	return [...differences].sort((a, b) => (b.distance ?? -1) - (a.distance ?? -1));
}

/** The items on which both gave a level, as [municipality, consultant before the other was in sight]. */
export function comparablePairs(differences: readonly Pick<ItemDifference, 'own' | 'blind'>[]): [Level, Level][] {
	return differences.flatMap(({ own, blind }): [Level, Level][] =>
		isLevel(own) && blind !== null && isLevel(blind) ? [[own, blind]] : []
	);
}
