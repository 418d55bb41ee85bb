/** What a posted criterion page changes: one revision higher than the page showed, only what really differs. */
import { isDeepStrictEqual } from 'node:util';
import { schemaOf, type Answers, type StoredAnswer } from '#lib/domain/answering/answering.ts';
import { lacksReason } from '#lib/domain/answering/question.ts';
import type { AnswerValue } from '#lib/domain/answering/answer-value.ts';
import type { CriterionAnswer } from '#lib/domain/answering/rating.ts';
import { readAnswer, readRevision } from '#lib/components/answering/read-form.ts';

/** Targets have a page of their own: here they stay as they are stored, whatever this page was shown with. */
const TARGET = ['target', 'targetYear'];

export interface Change {
	questionId: string;
	revision: number;
	value: AnswerValue;
}

export interface ReadForm {
	changes: Change[];
	/** questions whose fields hold what they cannot hold */
	wrong: string[];
	/** M1: "does not apply" without its reason; saved, but not counted */
	withoutReason: string[];
}

/**
 * Reads a posted page. Going on from an unchanged answer that is to be confirmed confirms it, going back does not;
 * posting an untouched question changes nothing.
 * @param reasonOptional M1: whether "does not apply" counts without a reason
 */
export function readChanges(questionIds: string[], form: FormData, stored: Answers, reasonOptional = false): ReadForm {
	const read: ReadForm = { changes: [], wrong: [], withoutReason: [] };
	const cleared = form.get('clear');
	const confirms = form.get('go') === 'next';
	for (const questionId of questionIds) {
		const before = stored.get(questionId);
		const typed = readAnswer(questionId, form, [...TARGET, ...(cleared === questionId ? ['rating', 'reason'] : [])]);
		const { data: value } = schemaOf(questionId).safeParse({ ...typed, ...targetOf(before) });
		if (!value) {
			read.wrong.push(questionId);
			continue;
		}
		if (!reasonOptional && lacksReason(value)) read.withoutReason.push(questionId);
		if ((confirms && before?.toBeConfirmed) || !isDeepStrictEqual(value, before?.value ?? {}))
			read.changes.push({ questionId, revision: readRevision(questionId, form) + 1, value });
	}
	return read;
}

function targetOf(stored: StoredAnswer | undefined): CriterionAnswer {
	const kept = Object.entries(stored?.value ?? {}).filter(([field]) => TARGET.includes(field));
	return Object.fromEntries(kept);
}
