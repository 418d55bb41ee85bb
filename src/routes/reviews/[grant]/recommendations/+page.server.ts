import { error, fail, redirect } from '@sveltejs/kit';
import { TypedRecommendation } from '#lib/domain/review/recommendation.ts';
import { database } from '#lib/server/database.ts';
import { readProgress } from '#lib/server/reviews/ratings.ts';
import {
	deleteRecommendation,
	readRecommendations,
	saveRecommendation,
	type RecommendationRefused
} from '#lib/server/reviews/recommendations.ts';
import { requireGrant } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { choicesOf } from '../../round-choices.ts';
import { askingOf, openPage } from '../review-page.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
	openPage(event, 'recommendations', ({ grant, round }, reader) => ({
		recommendations: readRecommendations(reader, grant.id),
		choices: choicesOf(round),
		frozen: readProgress(reader, grant.id).handedIn !== undefined
	}));

function typed(_: RequestEvent, form: FormData) {
	const text = (name: string) => String(form.get(name) ?? '');
	return {
		...{ id: text('id'), revision: Math.trunc(Number(text('revision'))) || 0 },
		...{ item: text('item'), title: text('title'), text: text('text') }
	};
}

const back = (event: RequestEvent, what: string): never => redirect(303, `${event.url.pathname}?${what}`);

function settle(event: RequestEvent, kept: ReturnType<typeof typed>, refusal: RecommendationRefused | undefined) {
	if (refusal?.refused === 'unknown') error(404);
	if (refusal?.refused === 'conflict')
		return fail(409, { ...kept, problem: 'conflict', stored: refusal.stored } as const);
	return back(event, refusal ? 'frozen' : 'saved');
}

export const actions = keepTyped(typed, {
	save: async (event) => {
		const { round } = requireGrant(event);
		const asking = askingOf(event);
		const kept = typed(event, await event.request.formData());
		const entry = TypedRecommendation.safeParse(kept);
		if (!entry.success) return fail(422, { ...kept, problem: 'title' } as const);
		const { item } = entry.data;
		if (item !== null && !choicesOf(round).some(({ id }) => id === item)) error(404);
		const read = kept.id ? { id: kept.id, revision: kept.revision } : undefined;
		return settle(event, kept, await saveRecommendation(database(), entry.data, asking, read));
	},
	delete: async (event) => {
		const asking = askingOf(event);
		const kept = typed(event, await event.request.formData());
		return settle(event, kept, await deleteRecommendation(database(), kept, asking));
	}
} satisfies Actions);
