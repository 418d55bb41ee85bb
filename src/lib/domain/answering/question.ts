/** What can be said of a question and its answer without the schemas, in the browser too. */
import { REASON_MINIMUM } from './answer-limits.ts';
import type { AnswerValue } from './answer-value.ts';

/** The question under which hurdles are stored among the answers of a response. */
export const HURDLES_QUESTION = 'hurdles';

/** A criterion's id (`D1`) has no dot, an item's (`D1.1`) has one. */
export function isCriterionId(questionId: string): boolean {
	return !questionId.includes('.');
}

/** The criterion that an item belongs to, by its id: `D1.2` lies in `D1`. */
export function criterionIdOf(itemId: string): string {
	return itemId.slice(0, itemId.indexOf('.'));
}

/** M1: "does not apply" counts only with a reason. */
export function lacksReason(answer: AnswerValue): boolean {
	if (!('rating' in answer) || answer.rating !== 'notApplicable') return false;
	return (answer.reason ?? '').trim().length < REASON_MINIMUM;
}
