/** What somebody's answers come to: valid ratings, the status of each criterion, what is still open. */
import {
	itemsOfCriterion,
	criteriaOf,
	type Criterion,
	type DimensionId,
	type Instrument,
	type Variant
} from '#lib/domain/instrument/instrument.ts';
import type { AnswerValue } from './answer-value.ts';
import { HurdleAnswer, type NamedHurdle } from './hurdle.ts';
import { HURDLES_QUESTION, isCriterionId, lacksReason } from './question.ts';
import { CriterionAnswer, ItemAnswer } from './rating-schema.ts';
import type { Rating } from './rating.ts';

/** An answer as it is stored: the value under the client's revision (F7). */
export interface StoredAnswer {
	questionId: string;
	revision: number;
	value: AnswerValue;
	/** copied from a finished check and not looked at again yet */
	toBeConfirmed: boolean;
}

/** The answers of one assessment by question id. */
export type Answers = ReadonlyMap<string, StoredAnswer>;

export function answersById(stored: readonly StoredAnswer[]): Answers {
	return new Map(stored.map((one) => [one.questionId, one]));
}

/** The stored answer to an item; empty where nothing is stored. */
export function itemAnswer(answers: Answers, itemId: string): ItemAnswer {
	return (answers.get(itemId)?.value ?? {}) as ItemAnswer;
}

/** The stored answer to a criterion (importance, target); empty where nothing is stored. */
export function criterionAnswer(answers: Answers, criterionId: string): CriterionAnswer {
	return (answers.get(criterionId)?.value ?? {}) as CriterionAnswer;
}

/** What somebody names as hurdles; none where nothing is stored. */
export function hurdlesIn(answers: Answers): NamedHurdle[] {
	return ((answers.get(HURDLES_QUESTION)?.value ?? {}) as Partial<HurdleAnswer>).hurdles ?? [];
}

/** What somebody is asked: a solo check everything in its scope, a respondent the criteria of the role. */
export interface Asking {
	criteria: readonly Criterion[];
	variant: Variant;
	/** M1: in a confidential round "does not apply" counts without its reason */
	reasonOptional: boolean;
	/** ids of the hurdles to choose from, in a round */
	hurdles?: readonly string[];
}

/** What a solo check asks. */
export function askingOf(instrument: Instrument, check: { variant: Variant; scope: DimensionId | undefined }): Asking {
	return { criteria: criteriaOf(instrument, check.scope), variant: check.variant, reasonOptional: false };
}

/** The rating that counts (M1), or undefined: nothing chosen, the reason missing, or still to be confirmed. */
export function ratingOf(stored: StoredAnswer | undefined, reasonOptional = false): Rating | undefined {
	if (!stored || stored.toBeConfirmed) return undefined;
	const answer = stored.value as ItemAnswer;
	return lacksReason(answer) && !reasonOptional ? undefined : answer.rating;
}

/** The ratings that count, by item id, as the scorer takes them. */
export function ratingsOf(answers: Answers, reasonOptional = false): Record<string, Rating> {
	const ratings: Record<string, Rating> = {};
	for (const [id, stored] of answers) {
		const rating = isCriterionId(id) ? undefined : ratingOf(stored, reasonOptional);
		if (rating !== undefined) ratings[id] = rating;
	}
	return ratings;
}

export interface CriterionStatus {
	criterion: Criterion;
	asked: number;
	/** answered with anything that counts, "I don't know" included */
	answered: number;
	toBeConfirmed: number;
	/** "does not apply" without its reason */
	withoutReason: number;
}

/** Status of each criterion that is asked, in instrument order. */
export function statusOfCriteria({ criteria, variant, reasonOptional }: Asking, answers: Answers): CriterionStatus[] {
	return criteria.map((criterion) => {
		const stored = itemsOfCriterion(criterion, variant).map((item) => answers.get(item.id));
		return {
			criterion,
			asked: stored.length,
			answered: stored.filter((one) => ratingOf(one, reasonOptional) !== undefined).length,
			toBeConfirmed: stored.filter((one) => one?.toBeConfirmed).length,
			withoutReason: reasonOptional ? 0 : stored.filter((one) => one && lacksReason(one.value)).length
		};
	});
}

/** Whether a question is asked, so that nothing else is ever stored (M2, M17). */
export function isAsked({ criteria, variant, hurdles }: Asking, questionId: string): boolean {
	if (questionId === HURDLES_QUESTION) return hurdles !== undefined;
	return criteria.some(
		(criterion) =>
			criterion.id === questionId || itemsOfCriterion(criterion, variant).some((item) => item.id === questionId)
	);
}

/** The schema that a question's value must meet. */
export function schemaOf(questionId: string) {
	if (questionId === HURDLES_QUESTION) return HurdleAnswer;
	return isCriterionId(questionId) ? CriterionAnswer : ItemAnswer;
}

/** A value that the question can hold and that is asked; undefined for every other. */
export function readValue(asking: Asking, questionId: string, value: unknown): AnswerValue | undefined {
	const read = isAsked(asking, questionId) ? schemaOf(questionId).safeParse(value).data : undefined;
	if (!read || !('hurdles' in read)) return read;
	return read.hurdles.every(({ id }) => asking.hurdles?.includes(id)) ? read : undefined;
}
