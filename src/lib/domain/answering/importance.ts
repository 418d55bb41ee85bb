import { z } from 'zod';

/** M9: the middle of the scale 1–4, where nobody said how important a criterion is. */
export const NEUTRAL_IMPORTANCE = 2.5;

const Count = z.int().min(0);

/** How many rated a criterion's importance how; index 0 is 1 "of little importance". */
export const ImportanceCounts = z.tuple([Count, Count, Count, Count]);
export type ImportanceCounts = z.infer<typeof ImportanceCounts>;

/** M9: mean of the ratings, 2.5 without any. */
export function meanImportance(counts: ImportanceCounts | undefined): number {
	const ratings = counts?.reduce((sum, count) => sum + count, 0) ?? 0;
	if (!counts || ratings === 0) return NEUTRAL_IMPORTANCE;
	return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / ratings;
}
