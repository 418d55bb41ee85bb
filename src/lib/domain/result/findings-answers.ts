/** What has been answered and what the gaps are. */
import type { Answers } from '#lib/domain/answering/answering.ts';
import { lacksReason } from '#lib/domain/answering/question.ts';
import type { ItemAnswer } from '#lib/domain/answering/rating.ts';

export type AnswerState = 'level' | 'unknown' | 'notApplicable' | 'open' | 'toBeConfirmed' | 'withoutReason';

/** How an item's stored answer counts; only a level is a value (M1). */
export function answerState(answers: Answers, item: string): AnswerState {
	const stored = answers.get(item);
	const value = stored?.value as ItemAnswer | undefined;
	if (!stored || value?.rating === undefined) return 'open';
	if (stored.toBeConfirmed) return 'toBeConfirmed';
	if (lacksReason(value)) return 'withoutReason';
	return typeof value.rating === 'number' ? 'level' : value.rating;
}

export type AnswerCounts = Record<AnswerState, number> & { asked: number };

/** How many items have which state. */
export function countAnswers(answers: Answers, items: readonly string[]): AnswerCounts {
	const counts: AnswerCounts = {
		asked: 0,
		level: 0,
		unknown: 0,
		notApplicable: 0,
		open: 0,
		toBeConfirmed: 0,
		withoutReason: 0
	};
	for (const item of items) {
		counts.asked++;
		counts[answerState(answers, item)]++;
	}
	return counts;
}
