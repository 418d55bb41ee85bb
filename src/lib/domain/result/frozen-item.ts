import { z } from 'zod';
import { AGREEMENT_WORDS, agreementOf, agreementWord } from '#lib/domain/scoring/agreement.ts';
import { DISTRIBUTION_MINIMUM, MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import type { ItemRatings } from '#lib/domain/scoring/item-ratings.ts';
import { itemResult, type Tally } from '#lib/domain/scoring/item-result.ts';
import { LEVELS, type Level } from '#lib/domain/answering/rating.ts';
import { NOT_APPLICABLE } from '#lib/domain/scoring/score.ts';

const Count = z.int().min(0);
const Word = z.enum(AGREEMENT_WORDS);

/** How many gave which answer; index 0 of `levels` is level 1. */
export const CountedItem = z.strictObject({
	levels: z.tuple([Count, Count, Count, Count, Count]),
	unknown: Count,
	notApplicable: Count,
	missing: Count
});
export type CountedItem = z.infer<typeof CountedItem>;

/** What stands where a distribution would tell too much: how many levels, their sum, and the word of M12. */
export const SummedItem = z.strictObject({
	count: Count,
	sum: Count,
	agreement: Word,
	/** M2: whether it applies, from answers that are not kept */
	applies: z.boolean()
});

/** What is kept of the mean of a role group, where D12 lets it be shown. */
export const FrozenMean = z.strictObject({
	/** a role's id, or `others` */
	group: z.string(),
	/** how many levels stand behind the mean */
	levels: z.int().min(1),
	mean: z.number()
});

/** What stands where even the mean would. */
export const WithheldItem = z.strictObject({ applies: z.boolean() });

/** M15: what a closed round keeps of the ratings of one item. */
export const FrozenItem = z.union([CountedItem, SummedItem, WithheldItem]);
export type FrozenItem = z.infer<typeof FrozenItem>;

/** M15: everything in an open workshop; in a confidential round only as much as D12 lets be known. */
export function freezeItem(ratings: ItemRatings, confidential: boolean): FrozenItem {
	const { levels, notApplicable } = ratings;
	if (!confidential || levels.length >= DISTRIBUTION_MINIMUM) return { ...ratings, levels: countLevels(levels) };
	const applies = itemResult({ levels: levels.length, sum: null, notApplicable }) !== NOT_APPLICABLE;
	const agreement = agreementWord(levels);
	if (levels.length < MEAN_MINIMUM || !agreement) return { applies };
	return { count: levels.length, sum: levels.reduce((sum: number, level) => sum + level, 0), agreement, applies };
}

/** M2: the tally to score again with. What is not kept of "does not apply" is replaced by as much as decides alike. */
export function frozenTally(item: FrozenItem): Tally {
	if ('levels' in item) {
		const levels = listLevels(item.levels);
		const sum = levels.reduce((total: number, level) => total + level, 0);
		return { levels: levels.length, sum, notApplicable: item.notApplicable };
	}
	const { count, sum } = 'sum' in item ? item : { count: 0, sum: null };
	return { levels: count, sum, notApplicable: item.applies ? 0 : count + 1 };
}

/** M12: r_wg where the counts are kept, and the word where there is one. */
export const FrozenAgreement = z.strictObject({ agreement: z.number().optional(), word: Word.optional() });
export type FrozenAgreement = z.infer<typeof FrozenAgreement>;

export function frozenAgreement(item: FrozenItem): FrozenAgreement {
	if ('sum' in item) return { word: item.agreement };
	const levels = 'levels' in item ? listLevels(item.levels) : [];
	const agreement = agreementOf(levels);
	const word = agreementWord(levels);
	return { ...(agreement !== null && { agreement }), ...(word && { word }) };
}

function countLevels(levels: readonly Level[]): CountedItem['levels'] {
	const counts: CountedItem['levels'] = [0, 0, 0, 0, 0];
	for (const level of levels) counts[level - 1] = (counts[level - 1] ?? 0) + 1;
	return counts;
}

/** One level for each person who gave it. */
export function listLevels(counts: CountedItem['levels']): Level[] {
	return LEVELS.flatMap((level) => Array.from({ length: counts[level - 1] ?? 0 }, () => level));
}
