import { fail, redirect } from '@sveltejs/kit';
import { readMeetingCode } from '#lib/domain/meeting/meeting-code.ts';
import { attend, leave } from '#lib/server/meeting/attending.ts';
import { database } from '#lib/server/database.ts';
import { tellScreens } from '#lib/server/meeting/live.ts';
import { makeTicket, type Ticket } from '#lib/server/meeting/meeting-tickets.ts';
import { readRound } from '#lib/server/rounds/rounds.ts';
import { findRoundByCode } from '#lib/server/meeting/screens.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped } from '../storage-refusal.ts';
import { currentTicket, forgetTicket, keepTicket } from './joined.ts';
import { wrongCodes } from './limits.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const PLACES = { screen: '/meeting/screen', phone: '/meeting/vote' } as const;

export const load: PageServerLoad = async (event) => {
	const ticket = currentTicket(event);
	const round = ticket && readRound(database().read, ticket.roundId);
	return {
		joined: ticket &&
			round && { as: ticket.as, title: round.title, municipality: round.profile.municipality?.name ?? '' }
	};
};

function typed(_: RequestEvent, form: FormData) {
	return { typed: String(form.get('code') ?? '').slice(0, 200) };
}

export const actions = keepTyped(typed, {
	join: async (event) => {
		const form = await event.request.formData();
		const kept = typed(event, form);
		const address = event.getClientAddress();
		const as: Ticket['as'] = form.get('as') === 'screen' ? 'screen' : 'phone';
		if (wrongCodes.isUsedUp(address)) return fail(429, { ...kept, problem: 'limit' } as const);
		const code = readMeetingCode(kept.typed);
		if (!code) return fail(422, { ...kept, problem: 'form' } as const);
		const round = findRoundByCode(database(), code, today());
		if (!round) {
			wrongCodes.allows(address);
			return fail(404, { ...kept, problem: 'unknown' } as const);
		}
		// A phone that joins again stays the same one.
		const known = currentTicket(event);
		const ticket = known?.roundId === round.id ? { ...known, as } : makeTicket(as, round.id, code);
		keepTicket(event, ticket);
		if (as === 'screen') leave(round.id, ticket.device);
		else if (attend(round.id, ticket.device)) tellScreens(round.id);
		redirect(303, PLACES[as]);
	},
	leave: async (event) => {
		const ticket = currentTicket(event);
		forgetTicket(event);
		if (ticket) {
			leave(ticket.roundId, ticket.device);
			tellScreens(ticket.roundId);
		}
		redirect(303, '/meeting');
	}
} satisfies Actions);
