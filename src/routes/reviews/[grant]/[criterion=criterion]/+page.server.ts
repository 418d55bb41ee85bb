import { error, fail, redirect } from '@sveltejs/kit';
import { PostText } from '#lib/domain/review/form.ts';
import { database } from '#lib/server/database.ts';
import { openCriterion, saveRatings, type StoredRating } from '#lib/server/reviews/ratings.ts';
import { postAsConsultant } from '#lib/server/reviews/threads.ts';
import { requireGrant } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { askingOf, openPage } from '../review-page.ts';
import { criterionView, requireCriterion } from './criterion-view.ts';
import { readRatings, typedItems } from './typed-ratings.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { criterion } = event.params;
	return openPage(event, criterion, (held, reader) => criterionView(held, reader, criterion));
};

/** The items of the criterion in the address. */
const itemsOf = (event: RequestEvent) => requireCriterion(requireGrant(event).round, event.params.criterion).items;

const NOTHING = { wrong: [] as string[], stored: [] as StoredRating[], post: undefined as string | undefined };

const typed = (event: RequestEvent, form: FormData) => ({ ...NOTHING, typed: typedItems(form, itemsOf(event)) });

export const actions = keepTyped(typed, {
	save: async (event) => {
		const asking = askingOf(event);
		const { criterion } = event.params;
		const form = await event.request.formData();
		const kept = typed(event, form);
		const opens = form.get('then') === 'open';
		const { ratings, wrong } = readRatings(kept.typed, opens);
		if (wrong.length > 0) return fail(422, { ...kept, wrong });
		const refusal = await saveRatings(database(), asking, criterion, ratings);
		if (refusal?.refused === 'conflict') return fail(409, { ...kept, stored: refusal.stored });
		if (refusal?.refused === 'unknown') error(404);
		const about = { criterion, items: Object.keys(kept.typed), how: 'rated' } as const;
		if (opens && !refusal) await openCriterion(database(), asking, about);
		redirect(303, `${event.url.pathname}?${refusal ? 'frozen' : opens ? 'opened' : 'saved'}`);
	},
	giveUp: async (event) => {
		const asking = askingOf(event);
		const about = { criterion: event.params.criterion, items: itemsOf(event), how: 'givenUp' } as const;
		const refusal = await openCriterion(database(), asking, about);
		if (refusal?.refused === 'unknown') error(404);
		redirect(303, `${event.url.pathname}?${refusal ? 'frozen' : 'opened'}`);
	},
	post: async (event) => {
		const asking = askingOf(event);
		const form = await event.request.formData();
		const item = String(form.get('item') ?? '');
		if (!itemsOf(event).includes(item)) error(404);
		const text = PostText.safeParse(form.get('text') ?? '');
		if (!text.success)
			return fail(422, { ...NOTHING, typed: undefined, post: item, text: String(form.get('text') ?? '') });
		const refusal = await postAsConsultant(database(), { item, text: text.data }, asking);
		if (refusal?.refused === 'unknown' || refusal?.refused === 'blind') error(404);
		redirect(303, `${event.url.pathname}?${refusal ? 'frozen' : 'written'}#thread-${item}`);
	}
} satisfies Actions);
