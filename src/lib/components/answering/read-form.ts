/** Reads the answers of one criterion from its form; the browser and the server use the same reading. */
import { isCriterionId } from '#lib/domain/answering/question.ts';
import type { CriterionAnswer, ItemAnswer } from '#lib/domain/answering/rating.ts';

/** The fields of an answer as they are named in the form: `rating.D1.1`. */
const ITEM_FIELDS = ['rating', 'reason', 'evidence', 'comment'] as const;
const CRITERION_FIELDS = ['importance', 'target', 'targetYear'] as const;
const NUMBERS = new Set<string>(['evidence', ...CRITERION_FIELDS]);

function readField(name: string, typed: string): unknown {
	const isNumber = NUMBERS.has(name) || (name === 'rating' && /^\d$/.test(typed));
	return isNumber ? Number(typed) : typed;
}

/**
 * What the fields of one question hold, unchecked: the server checks it by the schema of the question. Empty fields are
 * absent, so that an untouched question reads as `{}`; so are the fields to leave out.
 */
export function readAnswer(questionId: string, form: FormData, leaveOut: string[] = []): ItemAnswer | CriterionAnswer {
	const fields = isCriterionId(questionId) ? CRITERION_FIELDS : ITEM_FIELDS;
	const value: Record<string, unknown> = {};
	for (const field of fields) {
		// A form that is posted ends lines by CRLF, one that is read in the page by LF.
		const typed = String(form.get(`${field}.${questionId}`) ?? '')
			.replaceAll('\r\n', '\n')
			.trim();
		if (typed !== '' && !leaveOut.includes(field)) value[field] = readField(field, typed);
	}
	return value;
}

/** The revision that the page showed of a question; 0 where nothing was stored. */
export function readRevision(questionId: string, form: FormData): number {
	const revision = Number(form.get(`revision.${questionId}`));
	return Number.isSafeInteger(revision) && revision >= 0 ? revision : 0;
}
