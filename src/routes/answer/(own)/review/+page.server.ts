import { fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { hurdlesIn } from '#lib/domain/answering/answering.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findResponseAnswers, submitResponse } from '#lib/server/rounds/responses.ts';
import { today } from '#lib/server/today.ts';
import { reviewPage } from '../../../answering/review-page.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { requireAnswering } from '../../require-answering.ts';
import { namedHurdles } from '../hurdles/named-hurdles.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { response, instrument, asking } = requireAnswering(event);
	const answers = findResponseAnswers(database(), response?.key);
	return {
		submitted: response?.submittedOn !== undefined,
		review: reviewPage(instrument, asking, answers, getLocale()),
		hurdles: namedHurdles(instrument, hurdlesIn(answers), getLocale())
	};
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const { pass } = requireAnswering(event);
		const outcome = await submitResponse(database(), KEY_FOLDER, pass, today());
		if (!('refused' in outcome)) redirect(303, '/answer/submitted');
		if (outcome.refused === 'empty') return fail(422, { empty: true });
		redirect(303, '/answer');
	}
} satisfies Actions);
