import { fail, redirect } from '@sveltejs/kit';
import { LEVELS } from '#lib/domain/answering/rating.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { expectedBallots } from '#lib/server/meeting/attending.ts';
import { database } from '#lib/server/database.ts';
import { tellScreens } from '#lib/server/meeting/live.ts';
import { findScreenView } from '#lib/server/meeting/screen-views.ts';
import { readScreens } from '#lib/server/meeting/screens.ts';
import { today } from '#lib/server/today.ts';
import { castBallot, findBallot } from '#lib/server/meeting/votes.ts';
import { keepTyped } from '../../storage-refusal.ts';
import { requireTicket } from '../joined.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { roundId, device } = requireTicket(event, 'phone');
	const view = await findScreenView(database(), roundId, getLocale(), today());
	const screens = readScreens(database().read, roundId);
	if (!view || !screens) redirect(303, '/meeting');
	const ballot = findBallot(database(), roundId, screens, device);
	return { view, ballot: ballot && { vote: screens.vote, choice: String(ballot.level ?? ABSTAINS) } };
};

const ABSTAINS = 'abstain';
const typed = (_: RequestEvent, form: FormData) => ({ choice: form.get('choice')?.toString() });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { roundId, device, code } = requireTicket(event, 'phone');
		const form = await event.request.formData();
		const { choice } = typed(event, form);
		const level = choice === ABSTAINS ? null : LEVELS.find((one) => String(one) === choice);
		if (level === undefined) return fail(422, { choice, problem: 'choice' } as const);
		const vote = Number(form.get('vote'));
		const waiting = { expected: expectedBallots(roundId, vote), today: today() };
		const refusal = await castBallot(database(), roundId, { vote, level, device, code }, waiting);
		if (refusal) return fail(409, { choice, problem: 'over' } as const);
		tellScreens(roundId);
		redirect(303, '/meeting/vote');
	}
} satisfies Actions);
