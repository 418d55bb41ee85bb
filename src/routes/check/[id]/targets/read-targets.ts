/** What a posted page of targets changes. */
import { criterionAnswer, type Answers } from '#lib/domain/answering/answering.ts';
import { isSameTarget, readTarget, typedTarget, type TypedTarget } from '#lib/domain/result/target.ts';
import type { AnswerChange } from '#lib/server/checks/answers.ts';

export interface ReadTargets {
	changes: AnswerChange[];
	/** what stands in the fields, by criterion */
	typed: Record<string, TypedTarget>;
	/** the field at fault, by criterion */
	wrong: Record<string, keyof TypedTarget>;
	/** targets that have become others since the page was shown, as they are now */
	changed: Record<string, TypedTarget>;
}

/**
 * Compares the fields with what the page showed and with what is stored. The importance that stands beside a target is
 * left as it is; who changed it meanwhile does not get in the way.
 */
export function readTargets(criteria: readonly string[], form: FormData, stored: Answers): ReadTargets {
	const read: ReadTargets = { changes: [], typed: {}, wrong: {}, changed: {} };
	const fields = (prefix: string, id: string): TypedTarget => ({
		level: String(form.get(`${prefix}level.${id}`) ?? '').trim(),
		year: String(form.get(`${prefix}year.${id}`) ?? '').trim()
	});
	for (const id of criteria) {
		const typed = fields('', id);
		const shown = fields('shown-', id);
		const { target, targetYear, ...rest } = criterionAnswer(stored, id);
		const now = typedTarget({ target, targetYear });
		read.typed[id] = typed;
		if (isSameTarget(typed, shown) || isSameTarget(typed, now)) continue;
		const aim = readTarget(typed, { target, targetYear });
		if ('wrong' in aim) read.wrong[id] = aim.wrong;
		else if (!isSameTarget(shown, now)) read.changed[id] = now;
		else
			read.changes.push({
				questionId: id,
				revision: (stored.get(id)?.revision ?? 0) + 1,
				value: { ...rest, ...aim }
			});
	}
	return read;
}
