import { error, fail, redirect } from '@sveltejs/kit';
import { daysBetween } from '#lib/domain/day.ts';
import { lastDayOfCollecting, lastDayToExtend } from '#lib/domain/round/round.ts';
import { extendCollecting } from '#lib/server/rounds/collecting.ts';
import { database } from '#lib/server/database.ts';
import { isOver } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../guards.ts';
import { keepTyped } from '../../../../storage-refusal.ts';
import { participationShown } from './participation-shown.ts';
import { tasksOf } from './tasks.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round } = await requireRound(event, 'readRound');
	const { id, title, phase, mode, collectUntil, collectingSince, collectedOn, closedOn, createdOn } = round;
	return {
		...{ id, title, mode, phase },
		since: { draft: createdOn, collecting: collectingSince, consensus: collectedOn, closed: closedOn },
		tasks: phase === 'draft' ? tasksOf(round) : undefined,
		participation: phase === 'draft' ? undefined : participationShown(round),
		deadline:
			phase === 'collecting' && collectUntil
				? {
						day: collectUntil,
						left: daysBetween(today(), collectUntil),
						over: isOver(round, today()),
						first: today(),
						last: lastDayOfCollecting(collectingSince ?? today()),
						ends: lastDayToExtend(collectUntil, collectingSince ?? today())
					}
				: undefined
	};
};

const typed = (_: RequestEvent, form: FormData) => ({ until: String(form.get('until') ?? '') });

export const actions = keepTyped(typed, {
	extend: async (event) => {
		const { round, user } = await requireRound(event, 'extendRound');
		const kept = typed(event, await event.request.formData());
		const isDay = /^\d{4}-\d{2}-\d{2}$/.test(kept.until);
		const refusal = isDay
			? await extendCollecting(database(), round.id, kept.until, today(), user.id)
			: ({ refused: 'tooEarly' } as const);
		if (refusal?.refused === 'phase' || refusal?.refused === 'unknown') error(404);
		if (refusal) return fail(422, { ...kept, problem: 'until' } as const);
		redirect(303, event.url.pathname);
	}
} satisfies Actions);
