import { error, fail, redirect } from '@sveltejs/kit';
import { actionsNaming, inOrder } from '#lib/domain/plan/action.ts';
import { DecisionEntry } from '#lib/domain/meeting/meeting.ts';
import { itemTexts, meetingNames } from '#lib/domain/instrument/item-texts.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findActions } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { DISCUSSION_MINUTES } from '#lib/server/meeting/discussion-time.ts';
import { findComments, isLeading } from '#lib/server/rounds/leading.ts';
import { tellScreens } from '#lib/server/meeting/live.ts';
import { decide, findMeeting, lastDecision, undoDecision } from '#lib/server/meeting/meetings.ts';
import { findSaid } from '#lib/server/rounds/respondents.ts';
import { findScreenView } from '#lib/server/meeting/screen-views.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../../guards.ts';
import { keepTyped } from '../../../../../../storage-refusal.ts';

import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user, round } = await requireRound(event, 'decide');
	const { instrument } = requireInstrument(round);
	const { items, decisions, open, submitted } = await findMeeting(database(), round, instrument);
	const place = items.findIndex(({ item }) => item === event.params.item);
	const found = items[place];
	const texts = itemTexts(instrument, event.params.item, getLocale());
	if (!found || !texts) error(404);
	const agenda = items.filter(({ reasons }) => reasons.length > 0).length;
	const leads = isLeading(database(), round, user.id);
	const openItems = open.filter((id) => id !== found.item);
	return {
		texts,
		reasons: found.reasons,
		seen: found.seen,
		stored: decisions.get(found.item) ?? { revision: 0, settlement: null, reason: '', dissent: '' },
		actions: inOrder(actionsNaming(found.item, findActions(database(), round.municipalityKey))).map(
			({ id, title, status }) => ({ id, title, status })
		),
		last: lastDecision(database(), round, found.item),
		comments: findComments(database(), round, { userId: user.id, itemId: found.item, submitted }),
		named:
			round.mode === 'open'
				? findSaid(database(), round, found.item).map(({ name, rating }) => ({ name: name ?? '', rating }))
				: [],
		place: place < agenda ? { number: place + 1, of: agenda } : undefined,
		previous: items[place - 1]?.item,
		next: items[place + 1]?.item,
		nextOpen: openItems[0],
		screen: leads ? await findScreenView(database(), round.id, getLocale(), today()) : undefined,
		minutes: DISCUSSION_MINUTES,
		...meetingNames(instrument, getLocale())
	};
};

function typed(_: RequestEvent, form: FormData) {
	const text = (name: string) => form.get(name)?.toString();
	return { settlement: text('settlement'), reason: text('reason') ?? '', dissent: text('dissent') ?? '' };
}

const placeOf = (event: RequestEvent, form: FormData) => ({
	itemId: event.params.item,
	revision: Number(form.get('revision') ?? 0)
});

export const actions = keepTyped(typed, {
	decide: async (event) => {
		const { round } = await requireRound(event, 'decide');
		const form = await event.request.formData();
		const kept = typed(event, form);
		const entry = DecisionEntry.safeParse(kept);
		if (!entry.success)
			return fail(422, { ...kept, wrong: entry.error.issues.map(({ path }) => String(path[0])), conflict: false });
		const { instrument } = requireInstrument(round);
		const refusal = await decide(database(), round.id, placeOf(event, form), entry.data, instrument);
		if (refusal?.refused === 'conflict') return fail(409, { ...kept, wrong: [], conflict: true });
		if (refusal) error(404);
		tellScreens(round.id);
		redirect(303, event.url.pathname);
	},
	undo: async (event) => {
		const { round } = await requireRound(event, 'decide');
		const form = await event.request.formData();
		const { instrument } = requireInstrument(round);
		const refusal = await undoDecision(database(), round.id, placeOf(event, form), instrument);
		if (refusal?.refused === 'conflict') return fail(409, { ...typed(event, form), wrong: [], conflict: true });
		if (refusal) error(404);
		tellScreens(round.id);
		redirect(303, event.url.pathname);
	}
} satisfies Actions);
