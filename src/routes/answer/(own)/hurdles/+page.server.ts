import { isDeepStrictEqual } from 'node:util';
import { fail, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { readHurdles } from '#lib/components/answering/read-hurdles.ts';
import { readRevision } from '#lib/components/answering/read-form.ts';
import { hurdlesIn, readValue } from '#lib/domain/answering/answering.ts';
import { HURDLES_QUESTION } from '#lib/domain/answering/question.ts';
import { pick } from '#lib/domain/instrument/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findResponseAnswers, saveResponseAnswers } from '#lib/server/rounds/responses.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { requireAnswering } from '../../require-answering.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { round, response, instrument, asking } = requireAnswering(event);
	const answers = findResponseAnswers(database(), response?.key);
	return {
		mode: round.mode,
		hurdles: instrument.hurdles.map(({ id, name, description }) => ({
			...{ id, name: pick(name, getLocale()), description: pick(description, getLocale()) }
		})),
		scale: instrument.hurdle_scale.map(({ value, name }) => ({ value, name: pick(name, getLocale()) })),
		stored: { revision: answers.get(HURDLES_QUESTION)?.revision ?? 0, answer: { hurdles: hurdlesIn(answers) } },
		previous: asking.criteria.at(-1)?.id
	};
};

function read(event: RequestEvent, form: FormData) {
	return { typed: readHurdles(requireAnswering(event).asking.hurdles ?? [], form) };
}

export const actions = keepTyped(read, {
	default: async (event) => {
		const { pass, response, asking } = requireAnswering(event);
		const form = await event.request.formData();
		const { typed } = read(event, form);
		const value = readValue(asking, HURDLES_QUESTION, { hurdles: typed });
		if (!value) return fail(422, { typed, problem: 'many' } as const);
		const answers = findResponseAnswers(database(), response?.key);
		if (!isDeepStrictEqual(typed, hurdlesIn(answers))) {
			const change = { questionId: HURDLES_QUESTION, revision: readRevision(HURDLES_QUESTION, form) + 1, value };
			const saved = await saveResponseAnswers(database(), KEY_FOLDER, pass, [change], today());
			if ('refused' in saved) return fail(409, { typed, problem: 'closed' } as const);
			if (saved.some(({ status }) => status === 'conflict' || status === 'older'))
				return fail(409, { typed, problem: 'conflict' } as const);
		}
		const go = form.get('go');
		const last = asking.criteria.at(-1)?.id;
		redirect(303, go === 'next' ? '/answer/review' : go === 'previous' && last ? `/answer/${last}` : '/answer');
	}
} satisfies Actions);
