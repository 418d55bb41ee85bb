import { fail, redirect } from '@sveltejs/kit';
import { addMonths } from '#lib/domain/day.ts';
import { LONGEST_PERIOD_MONTHS } from '#lib/domain/microdata/limits.ts';
import { microdataRequestForm } from '#lib/domain/microdata/request.ts';
import { database } from '#lib/server/database.ts';
import {
	acceptTerms,
	findOwnRequests,
	findRequestable,
	requestMicrodata
} from '#lib/server/releases/microdata-requests.ts';
import { findMicrodataSum } from '#lib/server/releases/microdata.ts';
import { today } from '#lib/server/today.ts';
import { requireUser } from '../../guards.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Open to read; what somebody has asked for is shown to that account alone. */
export const load: PageServerLoad = ({ locals }) => ({
	number: findRequestable(database()),
	signedIn: locals.user !== undefined,
	latestEnd: addMonths(today(), LONGEST_PERIOD_MONTHS),
	requests: (locals.user ? findOwnRequests(database(), locals.user.id, today()) : []).map(
		({ id, number, institution, purpose, until, requestedOn, state, reason, retraction }) => ({
			...{ id, number, institution, purpose, until, requestedOn, state, reason, retraction },
			sha256: state === 'open' ? findMicrodataSum(database(), number) : undefined
		})
	)
});

const typed = (_: RequestEvent, form: FormData) => ({
	institution: String(form.get('institution') ?? ''),
	purpose: String(form.get('purpose') ?? ''),
	until: String(form.get('until') ?? ''),
	id: String(form.get('id') ?? '')
});

export const actions = keepTyped(typed, {
	request: async (event) => {
		const { id } = requireUser(event);
		const kept = typed(event, await event.request.formData());
		const { institution, purpose, until } = kept;
		const asked = microdataRequestForm(today()).safeParse({ institution, purpose, until });
		if (!asked.success) return fail(422, { ...kept, problems: asked.error.issues.map(({ path }) => String(path[0])) });
		const outcome = await requestMicrodata(database(), id, asked.data, today());
		if ('refused' in outcome) return fail(409, { ...kept, problems: [outcome.refused] });
		redirect(303, '/research/microdata?asked');
	},
	accept: async (event) => {
		const { id: userId } = requireUser(event);
		const form = await event.request.formData();
		const kept = typed(event, form);
		if (!form.has('accepted')) return fail(422, { ...kept, problems: ['accepted'] });
		await acceptTerms(database(), userId, kept.id, today());
		redirect(303, '/research/microdata');
	}
} satisfies Actions);
