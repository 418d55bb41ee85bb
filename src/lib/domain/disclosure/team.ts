/** D12: within a confidential round, what may be known about an item from so many levels. */
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';

/** D12: below so many levels there is no mean, and the item has no result without a decision. */
export const MEAN_MINIMUM = 5;
/** D12: below so many levels their distribution would tell single answers. */
export const DISTRIBUTION_MINIMUM = 7;

/** D12: the items whose levels must not be used. */
export function maskedItems(items: readonly string[], respondents: readonly Respondent[]): Set<string> {
	return new Set(items.filter((item) => ratingsOfItem(respondents, item).levels.length < MEAN_MINIMUM));
}
