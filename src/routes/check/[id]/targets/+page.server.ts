import { fail, redirect } from '@sveltejs/kit';
import { targetDimensions } from '#lib/components/result/target-criterion.ts';
import { criteriaOf } from '#lib/domain/instrument/instrument.ts';
import type { CriterionAnswer } from '#lib/domain/answering/rating.ts';
import { resultView } from '#lib/domain/result/view.ts';
import { typedTarget } from '#lib/domain/result/target.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { saveAnswers } from '#lib/server/checks/answers.ts';
import { answersOf } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { resultOf } from '#lib/server/checks/results.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { readTargets } from './read-targets.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	const view = resultView(await resultOf(database(), check, requireInstrument(check)), getLocale());
	return {
		id: check.id,
		open: check.state === 'open',
		levels: view.levels,
		dimensions: targetDimensions(view)
	};
};

/** What was posted, compared with what is stored. */
async function read(event: RequestEvent, form: FormData) {
	const check = await requireCheck(event);
	const criteria = criteriaOf(requireInstrument(check).instrument, check.scope).map(({ id }) => id);
	return { ...readTargets(criteria, form, await answersOf(database(), check.id)), closed: false };
}

export const actions = keepTyped(read, {
	default: async (event) => {
		const { id } = await requireCheck(event);
		const { changes, ...form } = await read(event, await event.request.formData());
		if (Object.keys(form.wrong).length > 0) return fail(422, form);
		if (Object.keys(form.changed).length > 0) return fail(409, form);
		const outcomes = changes.length === 0 ? [] : await saveAnswers(database(), id, changes, today());
		if ('refused' in outcomes) return fail(409, { ...form, closed: true });
		const overtaken = outcomes.filter(({ status }) => status === 'older' || status === 'conflict');
		const changed = overtaken.map(({ questionId, value }) => [questionId, typedTarget(value as CriterionAnswer)]);
		if (changed.length > 0) return fail(409, { ...form, changed: Object.fromEntries(changed) });
		redirect(303, `/check/${id}/result#priorities`);
	}
} satisfies Actions);
