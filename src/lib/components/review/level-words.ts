/** Levels of both sides of a review in words. */
import type { OwnLevel } from '#lib/domain/review/own-level.ts';
import type { BlindLevel } from '#lib/domain/review/review.ts';
import * as m from '#lib/paraglide/messages.js';

/** @param levels names; index 0 is level 1 */
export function ownLevelText(level: OwnLevel, levels: readonly string[]): string {
	if (level === null) return m.review_own_none();
	return level === 'notApplicable' ? m.meeting_notApplicable() : `${level} ${levels[level - 1] ?? ''}`;
}

export function theirLevelText(level: BlindLevel | null, levels: readonly string[]): string {
	if (level === null) return m.review_theirs_none();
	return level === 'notShown' ? m.review_not_shown() : `${level} ${levels[level - 1] ?? ''}`;
}

export function distanceText(distance: number | null): string {
	return distance === null ? '–' : String(distance);
}
