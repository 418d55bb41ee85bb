import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { filterActions, inOrder, isOverdue, readFilter } from '#lib/domain/action.ts';
import { actionFrom } from '#lib/domain/action-suggestion.ts';
import { pick } from '#lib/domain/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findActions, takeUp } from '#lib/server/actions.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { criterionNames } from './plan-names.ts';
import { suggestedSteps } from './suggestions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readPlan');
	const { instrument } = currentInstrument();
	const locale = getLocale();
	const all = findActions(database(), municipality.key);
	const filter = readFilter(event.url.searchParams, instrument);
	const organises = may(who, 'changePlan');
	return {
		organises,
		filter,
		total: all.length,
		actions: inOrder(filterActions(all, filter, instrument, today())).map((action) => {
			const { id, title, owner, dueOn, status, items } = action;
			const about = criterionNames(instrument, items, locale);
			return { id, title, owner, dueOn, status, about, overdue: isOverdue(action, today()) };
		}),
		dimensions: instrument.dimensions.map(({ id, name }) => ({ id, name: pick(name, locale) })),
		suggested: organises ? suggestedSteps(municipality.key, all, locale) : undefined
	};
};

export const actions = keepTyped(nothingTyped, {
	take: async (event) => {
		const { user, municipality } = await requireMember(event, 'changePlan');
		const { key } = municipality;
		const item = String((await event.request.formData()).get('item') ?? '');
		const suggested = suggestedSteps(key, findActions(database(), key), getLocale());
		const step = suggested?.steps.find((one) => one.item === item);
		if (step) await takeUp(database(), item, actionFrom(step), { key, userId: user.id, today: today() });
		redirect(303, `/assessments/${key}/plan?taken`);
	}
} satisfies Actions);
