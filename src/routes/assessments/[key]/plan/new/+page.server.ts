import { fail, redirect } from '@sveltejs/kit';
import { EMPTY_ACTION, readAction, type ActionField } from '#lib/domain/plan/action-form.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { addAction } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../guards.ts';
import { keepTyped } from '../../../../storage-refusal.ts';
import { hurdleChoices, planChoices } from '../plan-names.ts';
import { typedAction } from '../typed-action.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	await requireMember(event, 'changePlan');
	const { instrument } = currentInstrument();
	const locale = getLocale();
	return {
		entry: EMPTY_ACTION,
		choices: planChoices(instrument, locale),
		hurdles: hurdleChoices(instrument, locale)
	};
};

const typed = (_: RequestEvent, form: FormData) => ({ typed: typedAction(form), wrong: [] as ActionField[] });

export const actions = keepTyped(typed, {
	default: async (event) => {
		const { user, municipality } = await requireMember(event, 'changePlan');
		const { key } = municipality;
		const kept = typed(event, await event.request.formData());
		const entry = readAction(kept.typed, currentInstrument().instrument);
		if ('wrong' in entry) return fail(422, { ...kept, wrong: entry.wrong });
		await addAction(database(), entry, { key, userId: user.id, today: today() });
		redirect(303, `/assessments/${key}/plan?saved`);
	}
} satisfies Actions);
