import { error, fail, redirect } from '@sveltejs/kit';
import { MicrodataDecision } from '#lib/domain/microdata/request.ts';
import { database } from '#lib/server/database.ts';
import { findMicrodataOverviews } from '#lib/server/releases/microdata.ts';
import { decideRequest, findRequests } from '#lib/server/releases/microdata-requests.ts';
import { today } from '#lib/server/today.ts';
import { requireOperator } from '../../guards.ts';
import { sendDecision } from '../../research/letters.ts';
import { keepTyped } from '../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { id: operator } = requireOperator(event);
	return {
		requests: findRequests(database(), today()).map((one) => ({ ...one, own: one.userId === operator })),
		files: findMicrodataOverviews(database())
	};
};

const typed = (_: RequestEvent, form: FormData) => ({
	id: String(form.get('id') ?? ''),
	approved: String(form.get('approved') ?? ''),
	reason: String(form.get('reason') ?? '')
});

export const actions = keepTyped(typed, {
	decide: async (event) => {
		const { id: operator } = requireOperator(event);
		const kept = typed(event, await event.request.formData());
		const decision = MicrodataDecision.safeParse(kept);
		if (!decision.success)
			return fail(422, { ...kept, problems: decision.error.issues.map(({ path }) => String(path[0])) });
		const decided = await decideRequest(database(), operator, decision.data, today());
		if ('refused' in decided) {
			if (decided.refused === 'missing') error(404);
			return fail(403, { ...kept, problems: [decided.refused] });
		}
		sendDecision(decided.email, decision.data.approved);
		redirect(303, '/operate/microdata');
	}
} satisfies Actions);
