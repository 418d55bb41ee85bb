import { redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { actionAgainst, actionsAgainst } from '#lib/domain/action-hurdle.ts';
import { filterActions, inOrder, isOverdue, readFilter } from '#lib/domain/action.ts';
import { actionFrom, actionsOn } from '#lib/domain/action-suggestion.ts';
import { pick } from '#lib/domain/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findActions, takeUp } from '#lib/server/actions.ts';
import { database } from '#lib/server/database.ts';
import { findLastClosed } from '#lib/server/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { namedHurdles } from './named-hurdles.ts';
import { criterionNames } from './plan-names.ts';
import { suggestedSteps } from './suggestions.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readPlan');
	const { instrument } = currentInstrument();
	const locale = getLocale();
	const all = findActions(database(), municipality.key);
	const filter = readFilter(event.url.searchParams, instrument);
	const organises = may(who, 'changePlan');
	const round = findLastClosed(database(), municipality.key);
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
		taken: all.find(({ id }) => id === event.url.searchParams.get('taken'))?.id,
		hurdles: round && { round: round.title, open: round.mode === 'open', named: namedHurdles(round, all, locale) },
		suggested: round && organises ? suggestedSteps(round, all, locale) : undefined
	};
};

async function requireTaking(event: RequestEvent) {
	const { user, municipality } = await requireMember(event, 'changePlan');
	const { key } = municipality;
	return {
		form: await event.request.formData(),
		round: findLastClosed(database(), key),
		deed: { key, userId: user.id, today: today() },
		back: (id: string) => redirect(303, `/assessments/${key}/plan?taken=${id}`)
	};
}

export const actions = keepTyped(nothingTyped, {
	take: async (event) => {
		const { form, round, deed, back } = await requireTaking(event);
		const item = String(form.get('item') ?? '');
		const suggested = round && suggestedSteps(round, [], getLocale());
		const step = suggested?.steps.find((one) => one.item === item);
		if (!step) return back('');
		return back(await takeUp(database(), actionFrom(step), (actions) => actionsOn(item, actions), deed));
	},
	tackle: async (event) => {
		const { form, round, deed, back } = await requireTaking(event);
		const id = String(form.get('hurdle') ?? '');
		const known = round && namedHurdles(round, [], getLocale()).some((one) => one.id === id);
		const hurdle = known && requireInstrument(round).instrument.hurdles.find((one) => one.id === id);
		if (!hurdle) return back('');
		const entry = actionAgainst(hurdle, getLocale());
		return back(await takeUp(database(), entry, (actions) => actionsAgainst(id, actions), deed));
	}
} satisfies Actions);
