import { error, fail, redirect } from '@sveltejs/kit';
import { ORIGIN } from '$app/env/private';
import { getLocale } from '#lib/paraglide/runtime.js';
import { beginVote, countAttending } from '#lib/server/meeting/attending.ts';
import { database } from '#lib/server/database.ts';
import { runClock } from '#lib/server/meeting/discussion-time.ts';
import { isLeading } from '#lib/server/rounds/leading.ts';
import { tellScreens } from '#lib/server/meeting/live.ts';
import { qrCode } from '#lib/server/qr-code.ts';
import { findScreenView } from '#lib/server/meeting/screen-views.ts';
import {
	admitScreens,
	dismissScreens,
	readScreens,
	showItem,
	type ControlRefused
} from '#lib/server/meeting/screens.ts';
import { today } from '#lib/server/today.ts';
import { endVote, openVote } from '#lib/server/meeting/votes.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../../../../storage-refusal.ts';
import { readOrder } from './clock-order.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round, user } = await requireRound(event, 'decide');
	const leads = isLeading(database(), round, user.id);
	const view = leads ? await findScreenView(database(), round.id, getLocale(), today()) : undefined;
	return {
		leads,
		view,
		phones: countAttending(round.id),
		address: `${ORIGIN.replace(/^https?:\/\//, '')}/meeting`,
		qr: view && qrCode(`${ORIGIN}/meeting#${view.code}`)
	};
};

/** A step of whoever leads: tells the screens, and goes back to where it was taken. */
async function step(
	event: RequestEvent,
	take: (
		roundId: string,
		userId: string,
		form: FormData,
		round: Parameters<typeof requireInstrument>[0]
	) => Promise<ControlRefused | undefined>
) {
	const { round, user } = await requireRound(event, 'decide');
	const form = await event.request.formData();
	const refusal = await take(round.id, user.id, form, round);
	if (refusal?.refused === 'phase' || refusal?.refused === 'unknown' || refusal?.refused === 'unknownItem') error(404);
	if (refusal) return fail(409, { problem: refusal.refused });
	tellScreens(round.id);
	const back = String(form.get('back') ?? '');
	redirect(303, /^[A-Z]\d\.\d$/.test(back) ? event.url.pathname.replace(/screens$/, back) : event.url.pathname);
}

export const actions = keepTyped(nothingTyped, {
	admit: (event) => step(event, (id, user) => admitScreens(database(), id, user, today())),
	dismiss: (event) => step(event, (id, user) => dismissScreens(database(), id, user)),
	show: (event) =>
		step(event, (id, userId, form, round) => {
			const shown = { userId, itemId: String(form.get('item') ?? ''), today: today() };
			return showItem(database(), id, shown, requireInstrument(round).instrument);
		}),
	vote: (event) =>
		step(event, async (id, user) => {
			const refusal = await openVote(database(), id, user, today());
			if (!refusal) beginVote(id, readScreens(database().read, id)?.vote ?? 0);
			return refusal;
		}),
	endVote: (event) => step(event, (id, user) => endVote(database(), id, user)),
	clock: (event) =>
		step(event, (id, userId, form) => {
			const order = readOrder(form);
			if (!order) error(400);
			return runClock(database(), id, { userId, today: today(), now: performance.now() }, order);
		})
} satisfies Actions);
