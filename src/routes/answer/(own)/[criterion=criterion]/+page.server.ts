import { KEY_FOLDER } from '$app/env/private';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findResponseAnswers, saveResponseAnswers } from '#lib/server/rounds/responses.ts';
import { today } from '#lib/server/today.ts';
import { criterionPage, readCriterion, saveCriterion } from '../../../answering/criterion-page.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { requireAnswering } from '../../require-answering.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { round, response, instrument, asking } = requireAnswering(event);
	const answers = findResponseAnswers(database(), response?.key);
	return { mode: round.mode, ...criterionPage(instrument, asking, event.params.criterion, answers, getLocale()) };
};

function read(event: RequestEvent, form: FormData) {
	return readCriterion(requireAnswering(event).asking, event.params.criterion, form);
}

export const actions = keepTyped(read, {
	default: async (event) => {
		const { pass, response, asking } = requireAnswering(event);
		return saveCriterion({
			asking,
			id: event.params.criterion,
			form: await event.request.formData(),
			answers: findResponseAnswers(database(), response?.key),
			save: (changes) => saveResponseAnswers(database(), KEY_FOLDER, pass, changes, today()),
			base: '/answer',
			afterLast: '/answer/hurdles'
		});
	}
} satisfies Actions);
