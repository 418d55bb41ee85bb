import { error, fail, redirect } from '@sveltejs/kit';
import { criterionAnswer, itemAnswer } from '#lib/domain/answering.ts';
import { criteriaOf, itemsOfCriterion } from '#lib/domain/instrument.ts';
import { saveAnswers } from '#lib/server/answers.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { answersOf, type Check } from '#lib/server/checks.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import { criterionTexts } from './criterion-texts.ts';
import { readChanges } from './read-changes.ts';
import { readAnswer } from './read-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

function requireCriterion(check: Check, id: string) {
	const { instrument } = requireInstrument(check);
	const all = criteriaOf(instrument, check.scope);
	const index = all.findIndex((criterion) => criterion.id === id);
	const criterion = all[index];
	if (!criterion) error(404);
	const items = itemsOfCriterion(criterion, check.variant);
	return { instrument, criterion, items, previous: all[index - 1]?.id, next: all[index + 1]?.id };
}

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	const { instrument, criterion, items, previous, next } = requireCriterion(check, event.params.criterion);
	const answers = await answersOf(database(), check.id);
	const stored = (id: string) => ({
		revision: answers.get(id)?.revision ?? 0,
		toBeConfirmed: answers.get(id)?.toBeConfirmed ?? false
	});
	return {
		check: { id: check.id, open: check.state === 'open' },
		texts: criterionTexts(instrument, criterion, items, getLocale()),
		items: items.map(({ id }) => ({ id, ...stored(id), answer: itemAnswer(answers, id) })),
		criterion: { id: criterion.id, ...stored(criterion.id), answer: criterionAnswer(answers, criterion.id) },
		previous,
		next
	};
};

/** Everything on the posted page, also what cannot be saved like this. */
async function read(event: RequestEvent, form: FormData) {
	const { criterion, items } = requireCriterion(await requireCheck(event), event.params.criterion);
	const ids = [...items.map((item) => item.id), criterion.id];
	return { typed: ids.map((questionId) => ({ questionId, value: readAnswer(questionId, form) })) };
}

export const actions = keepTyped(read, {
	default: async (event) => {
		const check = await requireCheck(event);
		const { criterion, previous, next } = requireCriterion(check, event.params.criterion);
		const form = await event.request.formData();
		const { typed } = await read(event, form);
		// The fields of a finished check are disabled and not posted.
		const ids = typed.map(({ questionId }) => questionId).filter((id) => form.has(`revision.${id}`));
		const { changes, wrong, withoutReason } = readChanges(ids, form, await answersOf(database(), check.id));
		const outcomes = changes.length === 0 ? [] : await saveAnswers(database(), check.id, changes, today());
		if ('refused' in outcomes) return fail(409, { closed: true });

		const conflicts = outcomes.filter(({ status }) => status === 'conflict' || status === 'older');
		if (conflicts.length > 0) return fail(409, { conflicts, typed });
		if (wrong.length + withoutReason.length > 0) return fail(422, { wrong, withoutReason, typed });

		const base = `/check/${check.id}`;
		const cleared = form.has('clear');
		if (cleared) redirect(303, `${base}/${criterion.id}`);
		const go = form.get('go');
		if (go === 'previous') redirect(303, previous ? `${base}/${previous}` : base);
		if (go === 'list') redirect(303, base);
		redirect(303, next ? `${base}/${next}` : `${base}/review`);
	}
} satisfies Actions);
