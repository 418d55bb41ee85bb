/** Reads the answers of one criterion from its form; the browser and the server use the same reading. */
import { isCriterionId, schemaOf } from '#lib/domain/answering.ts';
import type { CriterionAnswer, ItemAnswer } from '#lib/domain/rating.ts';

/** The fields of an answer as they are named in the form: `rating.D1.1`. */
const ITEM_FIELDS = ['rating', 'reason', 'evidence', 'comment'] as const;
const CRITERION_FIELDS = ['importance', 'target', 'targetYear'] as const;
const NUMBERS = new Set<string>(['evidence', ...CRITERION_FIELDS]);

function readField(name: string, typed: string): unknown {
	const isNumber = NUMBERS.has(name) || (name === 'rating' && /^\d$/.test(typed));
	return isNumber ? Number(typed) : typed;
}

/**
 * The value of one question, or undefined where a field holds what it cannot hold.
 * Empty fields are absent, so that an untouched question reads as `{}`; so are the fields to leave out.
 */
export function readAnswer(
	questionId: string,
	form: FormData,
	leaveOut: string[] = []
): ItemAnswer | CriterionAnswer | undefined {
	const fields = isCriterionId(questionId) ? CRITERION_FIELDS : ITEM_FIELDS;
	const value: Record<string, unknown> = {};
	for (const field of fields) {
		const typed = String(form.get(`${field}.${questionId}`) ?? '').trim();
		if (typed !== '' && !leaveOut.includes(field)) value[field] = readField(field, typed);
	}
	const read = schemaOf(questionId).safeParse(value);
	return read.success ? read.data : undefined;
}

/** The revision that the page showed of a question; 0 where nothing was stored. */
export function readRevision(questionId: string, form: FormData): number {
	const revision = Number(form.get(`revision.${questionId}`));
	return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0;
}
