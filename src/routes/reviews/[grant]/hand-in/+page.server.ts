import { error, fail, redirect } from '@sveltejs/kit';
import { ReviewText } from '#lib/domain/review/form.ts';
import { database } from '#lib/server/database.ts';
import { handIn } from '#lib/server/reviews/handing-in.ts';
import { readProgress } from '#lib/server/reviews/ratings.ts';
import { readRecommendations } from '#lib/server/reviews/recommendations.ts';
import { requireGrant } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { sendHandedIn } from '../../letters.ts';
import { criteriaOfRound } from '../../progress.ts';
import { askingOf, openPage } from '../review-page.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
	openPage(event, 'hand-in', ({ grant, round }, reader) => {
		const { opened, handedIn } = readProgress(reader, grant.id);
		return {
			missing: criteriaOfRound(round).length - opened.size,
			givenUp: [...opened.values()].filter(({ how }) => how === 'givenUp').length,
			recommendations: readRecommendations(reader, grant.id).map(({ id, title, state, reason }) => ({
				...{ id, title, state, reason }
			})),
			handedIn
		};
	});

const typed = (_: RequestEvent, form: FormData) => ({ summary: String(form.get('summary') ?? '') });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { grant, round } = requireGrant(event);
		const asking = askingOf(event);
		const form = await event.request.formData();
		const kept = typed(event, form);
		const summary = ReviewText.safeParse(kept.summary);
		if (!summary.success) return fail(422, { ...kept, problem: 'summary' } as const);
		if (form.get('sure') !== 'yes') return fail(422, { ...kept, problem: 'sure' } as const);
		const criteria = criteriaOfRound(round).map(({ id }) => id);
		const refusal = await handIn(database(), summary.data, asking, criteria);
		if (refusal?.refused === 'unknown') error(404);
		if (refusal?.refused === 'blind') return fail(422, { ...kept, problem: 'blind' } as const);
		if (!refusal) sendHandedIn({ grant, round });
		redirect(303, event.url.pathname);
	}
} satisfies Actions);
