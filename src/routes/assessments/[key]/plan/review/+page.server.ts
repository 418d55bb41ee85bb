import { fail, redirect } from '@sveltejs/kit';
import { REVIEWS } from '#lib/domain/plan/action-review.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findActions, reviewActions } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { findLastClosed } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../guards.ts';
import { keepTyped } from '../../../../storage-refusal.ts';
import { lastMovement } from '../../series/closed-series.ts';
import { asked } from '../asked-actions.ts';
import { listedActions } from '../listed-actions.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'changePlan');
	const round = findLastClosed(database(), municipality.key);
	const actions = round ? asked(findActions(database(), municipality.key), round) : [];
	const movement = lastMovement(municipality.key);
	const about = { today: today(), movement };
	return {
		round: round?.title,
		from: movement?.from,
		actions: listedActions(actions, currentInstrument().instrument, getLocale(), about)
	};
};

/** What was chosen, by the action's id. */
const typed = (_: RequestEvent, form: FormData) => ({
	chosen: Object.fromEntries(
		form.getAll('id').map((id) => [String(id), REVIEWS.find((review) => review === form.get(`review.${String(id)}`))])
	),
	none: false
});

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { user, municipality } = await requireMember(event, 'changePlan');
		const { key } = municipality;
		const form = await event.request.formData();
		const kept = typed(event, form);
		const reviews = Object.entries(kept.chosen).flatMap(([id, review]) =>
			review ? [{ id, review, revision: Number(form.get(`revision.${id}`)) }] : []
		);
		if (reviews.length === 0) return fail(422, { ...kept, none: true });
		const round = findLastClosed(database(), key);
		const deed = { key, userId: user.id, today: today() };
		const elsewhere = round ? await reviewActions(database(), round.id, reviews, deed) : 0;
		redirect(303, `/assessments/${key}/plan${elsewhere > 0 ? '/review?elsewhere' : '?saved'}`);
	}
} satisfies Actions);
