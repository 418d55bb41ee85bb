import { error, redirect } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { closeRound } from '#lib/server/rounds/closing.ts';
import { database } from '#lib/server/database.ts';
import { tellScreens } from '#lib/server/meeting/live.ts';
import { findMeeting } from '#lib/server/meeting/meetings.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../../../../storage-refusal.ts';
import { meetingLines } from '../meeting-lines.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'closeRound');
	const { instrument } = requireInstrument(round);
	const { items, decisions, open } = await findMeeting(database(), round, instrument);
	const lines = meetingLines(instrument, items, decisions, getLocale());
	return {
		open: lines.filter(({ id }) => open.includes(id)),
		others: lines.filter(({ reasons, settlement }) => reasons.length === 0 && settlement === null).length
	};
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const { round, user } = await requireRound(event, 'closeRound');
		const by = { userId: user.id, today: today() };
		const refusal = await closeRound(database(), round.id, requireInstrument(round), by);
		if (refusal?.refused === 'unknown') error(404);
		tellScreens(round.id);
		// What still holds it up is on the page itself.
		redirect(
			303,
			event.url.pathname.replace(/meeting\/close$/, refusal?.refused === 'open' ? 'meeting/close' : 'result')
		);
	}
} satisfies Actions);
