/** The form of one criterion as it is posted. */
import { typedLevel } from '#lib/domain/review/form.ts';
import { POST_MAXIMUM } from '#lib/domain/review/limits.ts';
import type { TypedRating } from '#lib/server/reviews/ratings.ts';

/** What the page needs to show an item as it was posted. */
export interface TypedItem {
	level: string;
	reason: string;
	revision: number;
}

export function typedItems(form: FormData, items: readonly string[]): Record<string, TypedItem> {
	const text = (name: string) => String(form.get(name) ?? '');
	return Object.fromEntries(
		items.map((item) => [
			item,
			{
				level: text(`level.${item}`),
				reason: text(`reason.${item}`).trim(),
				revision: Math.trunc(Number(text(`revision.${item}`))) || 0
			}
		])
	);
}

/** The ratings to save, and the items on which something is missing or too long. @param complete whether each needs a level */
export function readRatings(
	typed: Readonly<Record<string, TypedItem>>,
	complete: boolean
): { ratings: TypedRating[]; wrong: string[] } {
	const ratings: TypedRating[] = [];
	const wrong: string[] = [];
	for (const [item, { level: chosen, reason, revision }] of Object.entries(typed)) {
		const level = typedLevel(chosen);
		if (reason.length > POST_MAXIMUM || (level === undefined && (complete || reason !== ''))) wrong.push(item);
		else if (level !== undefined) ratings.push({ item, level, reason, revision });
	}
	return { ratings, wrong };
}
