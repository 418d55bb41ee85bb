import { fail, redirect } from '@sveltejs/kit';
import { GRANT_MONTHS, lastDayOfGrant } from '#lib/domain/review/grant.ts';
import { TypedGrant } from '#lib/domain/review/form.ts';
import { database } from '#lib/server/database.ts';
import { findGrantsOf, grantReview, readGrantOf } from '#lib/server/reviews/grants.ts';
import { today } from '#lib/server/today.ts';
import { asking } from '../../../../../account/limits.ts';
import { requireRound } from '../../../../../guards.ts';
import { sendGrantNews } from '../../../../../reviews/letters.ts';
import { grantLine } from '../../../../../reviews/progress.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round, who } = await requireRound(event, 'readReview');
	return {
		organiser: who === 'organiser',
		grants: findGrantsOf(database(), round.id).map((grant) => grantLine({ grant, round })),
		first: today(),
		last: lastDayOfGrant(today()),
		months: GRANT_MONTHS
	};
};

const typed = (_: RequestEvent, form: FormData) => ({
	email: String(form.get('email') ?? ''),
	endsOn: String(form.get('endsOn') ?? ''),
	includesReasons: form.get('includesReasons') === 'yes' ? 'yes' : null,
	includesEvidence: form.get('includesEvidence') === 'yes' ? 'yes' : null
});

export const actions = keepTyped(typed, {
	grant: async (event) => {
		const { user, municipality, round } = await requireRound(event, 'grantReview');
		const kept = typed(event, await event.request.formData());
		const entry = TypedGrant.safeParse(kept);
		if (!entry.success) {
			const [field] = entry.error.issues.map(({ path }) => path[0]);
			return fail(422, { ...kept, problem: field === 'email' ? 'email' : 'ends' } as const);
		}
		if (!asking.allows(event.getClientAddress())) return fail(429, { ...kept, problem: 'limit' } as const);
		const deed = { key: municipality.key, roundId: round.id, userId: user.id, today: today() };
		const made = await grantReview(database(), entry.data, deed);
		if ('refused' in made) return fail(422, { ...kept, problem: made.refused });
		const grant = readGrantOf(database().read, { ...deed, id: made.id });
		if (grant) sendGrantNews({ grant, round }, 'granted');
		redirect(303, `${event.url.pathname}?granted`);
	}
} satisfies Actions);
