/** Agreement of two raters beyond chance, with weights for how far they lie apart (Cohen 1968). */
import { LEVELS, type Level } from '#lib/domain/answering/rating.ts';
import { quantile } from '#lib/domain/scoring/quantile.ts';
import { INTERVAL_SHARES, RESAMPLES } from '#lib/domain/scoring/interval.ts';

/** Fewer items tell next to nothing: the interval would span most of the scale. */
export const KAPPA_MINIMUM = 10;

export type Pair<Category> = readonly [Category, Category];

/** How much a disagreement weighs; 0 where both say the same. */
export type Weight<Category> = (one: Category, other: Category) => number;

/** Fleiss & Cohen 1973: the square of the distance. */
export const squaredDistance: Weight<number> = (one, other) => (one - other) ** 2;

/**
 * Weighted kappa: 1 − observed ÷ expected disagreement. 1 where both always say the same, 0 as if by chance.
 * @returns null where no disagreement can be expected, since both say one and the same throughout
 */
export function weightedKappa<Category>(
	pairs: readonly Pair<Category>[],
	categories: readonly Category[],
	weight: Weight<Category>
): number | null {
	const share = (fits: (pair: Pair<Category>) => boolean) => pairs.filter(fits).length / pairs.length;
	const first = categories.map((category) => share(([one]) => one === category));
	const second = categories.map((category) => share(([, other]) => other === category));
	const observed = pairs.reduce((sum, [one, other]) => sum + weight(one, other), 0) / pairs.length;
	let expected = 0;
	for (const [i, one] of categories.entries())
		for (const [j, other] of categories.entries())
			expected += (first[i] as number) * (second[j] as number) * weight(one, other);
	return expected > 0 ? 1 - observed / expected : null;
}

/** Why there is no agreement to tell: too few items with two levels, or one side gave the same level throughout. */
export type NoAgreement = { missing: 'few' | 'noVariance' };

export interface RaterAgreement {
	/** −1 to 1, unrounded */
	kappa: number;
	/** M11: 90 % of the resamples lie between */
	interval: [number, number];
	/** items with two levels */
	items: number;
}

const kappaOf = (pairs: readonly Pair<Level>[]) => weightedKappa(pairs, LEVELS, squaredDistance);

/**
 * Agreement over rounded levels with quadratic weights, and a percentile bootstrap over the items as in M11. The order
 * of the items changes nothing.
 * @param random freshly started (`mulberry32`)
 */
export function raterAgreement(pairs: readonly Pair<Level>[], random: () => number): RaterAgreement | NoAgreement {
	if (pairs.length < KAPPA_MINIMUM) return { missing: 'few' };
	const sameThroughout = ([0, 1] as const).some((side) => new Set(pairs.map((pair) => pair[side])).size === 1);
	const kappa = kappaOf(pairs);
	if (sameThroughout || kappa === null) return { missing: 'noVariance' };
	const ordered = [...pairs].sort(([a, b], [c, d]) => a - c || b - d);
	const drawn = Array.from({ length: RESAMPLES }, () =>
		kappaOf(ordered.map(() => ordered[Math.floor(random() * ordered.length)] as Pair<Level>))
	);
	const ascending = drawn.filter((one) => one !== null).sort((a, b) => a - b);
	const [lower, upper] = INTERVAL_SHARES.map((end) => quantile(ascending, end)) as [number, number];
	return { kappa, interval: [lower, upper], items: pairs.length };
}

/** Landis & Koch 1977, their six words drawn together to five. */
export const KAPPA_WORDS = ['none', 'fair', 'moderate', 'substantial', 'high'] as const;
export type KappaWord = (typeof KAPPA_WORDS)[number];
/** From which kappa on each word holds. */
const FROM = [0.2, 0.4, 0.6, 0.8];

export function kappaWord(kappa: number): KappaWord {
	return KAPPA_WORDS[FROM.filter((limit) => kappa > limit).length] as KappaWord;
}

/** The words for both ends of the interval; once where they are the same. */
export function agreementRange({ interval: [lower, upper] }: Pick<RaterAgreement, 'interval'>): KappaWord[] {
	return [...new Set([kappaWord(lower), kappaWord(upper)])];
}
