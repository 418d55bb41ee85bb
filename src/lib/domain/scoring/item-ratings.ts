import type { Respondent } from './item-result.ts';
import type { Level } from '#lib/domain/answering/rating.ts';

/** What those who were asked about an item said; the levels in the order of the respondents. */
export interface ItemRatings {
	levels: Level[];
	unknown: number;
	notApplicable: number;
	missing: number;
}

/** M1: gathers the ratings of one item, of each respondent who was asked about it. */
export function ratingsOfItem(respondents: readonly Respondent[], item: string): ItemRatings {
	const gathered: ItemRatings = { levels: [], unknown: 0, notApplicable: 0, missing: 0 };
	for (const { ratings, asked } of respondents) {
		if (asked && !asked.has(item)) continue;
		const rating = ratings[item];
		if (rating === undefined) gathered.missing++;
		else if (typeof rating === 'string') gathered[rating]++;
		else gathered.levels.push(rating);
	}
	return gathered;
}

/** How many respondents were asked about the item. */
export function askedCount({ levels, unknown, notApplicable, missing }: ItemRatings): number {
	return levels.length + unknown + notApplicable + missing;
}
