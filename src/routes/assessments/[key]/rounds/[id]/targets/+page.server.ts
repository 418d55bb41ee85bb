import { fail, redirect } from '@sveltejs/kit';
import { criteriaOf } from '#lib/domain/instrument/instrument.ts';
import type { CriterionAnswer } from '#lib/domain/answering/rating.ts';
import { typedTarget } from '#lib/domain/result/target.ts';
import { frozenTargets, targetAnswers } from '#lib/domain/result/team-targets.ts';
import { database } from '#lib/server/database.ts';
import { targetedRound } from '#lib/server/rounds/round-results.ts';
import { saveTargets } from '#lib/server/rounds/round-targets.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { readTargets } from '../../../../../check/[id]/targets/read-targets.ts';
import { requireRound } from '../../../../../guards.ts';
import { keepTyped } from '../../../../../storage-refusal.ts';
import { shownTargets } from './shown-targets.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => shownTargets((await requireRound(event, 'setTargets')).round);

/** What was posted, compared with what is stored. */
async function read(event: RequestEvent, form: FormData) {
	const { round } = await requireRound(event, 'setTargets');
	const { instrument } = requireInstrument(round);
	const stored = frozenTargets(targetedRound(database(), round, instrument));
	const criteria = criteriaOf(instrument, round.scope).map(({ id }) => id);
	return { stored, gone: false, ...readTargets(criteria, form, targetAnswers(stored)) };
}

export const actions = keepTyped(read, {
	default: async (event) => {
		const { round, user } = await requireRound(event, 'setTargets');
		const { changes, stored, ...form } = await read(event, await event.request.formData());
		if (Object.keys(form.wrong).length > 0) return fail(422, form);
		if (Object.keys(form.changed).length > 0) return fail(409, form);
		const set = changes.map(({ questionId, value }) => ({ criterion: questionId, target: value as CriterionAnswer }));
		const deed = { userId: user.id, today: today() };
		const outcome = set.length === 0 ? undefined : await saveTargets(database(), round.id, stored, set, deed);
		if (outcome && 'refused' in outcome) return fail(409, { ...form, gone: true });
		if (outcome) {
			const now = set.map(({ criterion }) => [criterion, typedTarget(outcome.overtaken[criterion] ?? {})]);
			return fail(409, { ...form, changed: Object.fromEntries(now) as typeof form.changed });
		}
		redirect(303, event.url.pathname.replace(/targets$/, 'result#priorities'));
	}
} satisfies Actions);
