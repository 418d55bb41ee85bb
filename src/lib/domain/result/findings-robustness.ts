/** How much the order of the dimensions hangs on the weights (M14), in words that a sentence can take. */
import type { Robustness } from '#lib/domain/scoring/robustness.ts';

/** From these shares of the draws on it hardly, or only a little, depends on the weights; a convention. */
export const FIRM_FROM = 0.9;
export const MOSTLY_FROM = 0.7;

/** `equal`: there is no highest and no lowest dimension. */
export type Firmness = 'equal' | 'firm' | 'mostly' | 'loose';

export function firmnessOf({ weakest, strongest, share }: Robustness): Firmness {
	if (weakest === strongest) return 'equal';
	if (share >= FIRM_FROM) return 'firm';
	return share >= MOSTLY_FROM ? 'mostly' : 'loose';
}
