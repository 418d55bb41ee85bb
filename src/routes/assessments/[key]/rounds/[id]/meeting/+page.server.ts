import { error, fail, redirect } from '@sveltejs/kit';
import { ATTENDANCE_MAXIMUM } from '#lib/domain/round/limits.ts';
import { RESPONSES_MINIMUM } from '#lib/domain/round/round.ts';
import { meetingNames } from '#lib/domain/instrument/item-texts.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findChair, leaveChair, saveAttendance, takeChair } from '#lib/server/rounds/leading.ts';
import { tellScreens } from '#lib/server/meeting/live.ts';
import { acceptOthers, findMeeting } from '#lib/server/meeting/meetings.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { meetingLines } from './meeting-lines.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { user, round } = await requireRound(event, 'readMeeting');
	if (round.phase === 'closed') redirect(303, `${event.url.pathname.replace(/meeting\/?$/, 'minutes')}`);
	const { instrument } = requireInstrument(round);
	const { items, decisions, open, submitted } = await findMeeting(database(), round, instrument);
	const chair = findChair(database(), round.id);
	return {
		confidential: round.mode === 'confidential',
		fewResponses: round.mode === 'confidential' && submitted < RESPONSES_MINIMUM,
		lines: meetingLines(instrument, items, decisions, getLocale()),
		open,
		leaders: round.leaders,
		leads: chair.leaderId === user.id,
		leaderFunction: chair.leaderFunction,
		attendance: chair.attendance,
		...meetingNames(instrument, getLocale())
	};
};

const typed = (_: RequestEvent, form: FormData) => ({ attendance: form.get('attendance')?.toString() });

export const actions = keepTyped(typed, {
	lead: async (event) => {
		const { user, round } = await requireRound(event, 'decide');
		const as = String((await event.request.formData()).get('leader') ?? '');
		const refusal = await takeChair(database(), round.id, user.id, as, today());
		if (refusal?.refused === 'notNamed') return fail(422, { problem: 'leader' } as const);
		if (refusal) error(404);
		redirect(303, event.url.pathname);
	},
	leave: async (event) => {
		const { user, round } = await requireRound(event, 'decide');
		await leaveChair(database(), round.id, user.id);
		redirect(303, event.url.pathname);
	},
	accept: async (event) => {
		const { round } = await requireRound(event, 'decide');
		await acceptOthers(database(), round.id, requireInstrument(round).instrument);
		tellScreens(round.id);
		redirect(303, `${event.url.pathname}#others`);
	},
	attend: async (event) => {
		const { round } = await requireRound(event, 'decide');
		const kept = typed(event, await event.request.formData());
		const attendance = (kept.attendance ?? '').trim();
		if (attendance.length > ATTENDANCE_MAXIMUM) return fail(422, { ...kept, problem: 'attendance' } as const);
		await saveAttendance(database(), round.id, attendance);
		redirect(303, `${event.url.pathname}?saved#attendance`);
	}
} satisfies Actions);
