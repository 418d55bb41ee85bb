import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import {
	differingFields,
	readAction,
	typedFromAction,
	type ActionConflict,
	type ActionField
} from '#lib/domain/action-form.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { changeAction, deleteAction, findAction, findStatusChanges } from '#lib/server/actions.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../guards.ts';
import { keepTyped } from '../../../../storage-refusal.ts';
import { movementOf } from './action-moved.ts';
import { planAddress } from '../plan-address.ts';
import { criterionNames, hurdleChoices, hurdleNames, planChoices } from '../plan-names.ts';
import { typedAction } from '../typed-action.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readPlan');
	const action = findAction(database(), municipality.key, event.params.action);
	if (!action) error(404);
	const { instrument } = currentInstrument();
	const locale = getLocale();
	const organises = may(who, 'changePlan');
	return {
		action,
		organises,
		about: criterionNames(instrument, action.items, locale),
		against: hurdleNames(instrument, action.hurdles, locale),
		movement: movementOf(action, municipality.key, locale),
		history: findStatusChanges(database(), action),
		entry: typedFromAction(action),
		choices: organises ? planChoices(instrument, locale) : [],
		hurdles: organises ? hurdleChoices(instrument, locale) : []
	};
};

/** What was typed stays, on the state that it was typed on; a deletion that was not confirmed types nothing. */
const typed = (_: RequestEvent, form: FormData) => ({
	typed: form.has('title') ? typedAction(form) : undefined,
	revision: Number(form.get('revision')),
	wrong: [] as ActionField[],
	unsure: false,
	conflict: undefined as ActionConflict | undefined
});

export const actions = keepTyped(typed, {
	change: async (event) => {
		const { user, municipality } = await requireMember(event, 'changePlan');
		const { key } = municipality;
		const form = await event.request.formData();
		const kept = typed(event, form);
		const entry = readAction(typedAction(form), currentInstrument().instrument);
		if ('wrong' in entry) return fail(422, { ...kept, wrong: entry.wrong });
		const read = { id: event.params.action, revision: kept.revision };
		const refused = await changeAction(database(), read, entry, { key, userId: user.id, today: today() });
		if (refused?.refused === 'unknown') error(404);
		if (refused) {
			const stored = typedFromAction(refused.stored);
			const mine = typedFromAction(entry);
			const conflict = { stored, mine, fields: differingFields(stored, mine) };
			return fail(409, { ...kept, revision: refused.stored.revision, conflict });
		}
		redirect(303, planAddress(key, event.url.searchParams, { saved: read.id }));
	},
	delete: async (event) => {
		const { user, municipality } = await requireMember(event, 'changePlan');
		const { key } = municipality;
		const form = await event.request.formData();
		if (form.get('sure') !== 'yes') return fail(422, { ...typed(event, form), unsure: true });
		const deed = { key, userId: user.id, today: today() };
		if (!(await deleteAction(database(), event.params.action, deed))) error(404);
		redirect(303, planAddress(key, event.url.searchParams, { deleted: 'yes' }));
	}
} satisfies Actions);
