import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { conflictOf, readAction, typedFromAction } from '#lib/domain/plan/action-form.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { changeAction, deleteAction } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../../guards.ts';
import { keepTyped } from '../../../../storage-refusal.ts';
import { planAddress } from '../plan-address.ts';
import { typedAction } from '../typed-action.ts';
import { actionView } from './action-view.ts';
import { keptAction } from './kept-action.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readPlan');
	const found = actionView(municipality.key, event.params.action, may(who, 'changePlan'));
	if (!found) error(404);
	return found;
};

async function requireDeed(event: RequestEvent) {
	const { user, municipality } = await requireMember(event, 'changePlan');
	const { key } = municipality;
	const form = await event.request.formData();
	const kept = keptAction(event, form);
	const back = (news: Record<string, string>): never => redirect(303, planAddress(key, event.url.searchParams, news));
	const read = { id: event.params.action, revision: kept.revision };
	return { form, kept, back, read, deed: { key, userId: user.id, today: today() } };
}

export const actions = keepTyped(keptAction, {
	change: async (event) => {
		const { form, kept, back, read, deed } = await requireDeed(event);
		const entry = readAction(typedAction(form), currentInstrument().instrument);
		if ('wrong' in entry) return fail(422, { ...kept, wrong: entry.wrong });
		const refused = await changeAction(database(), read, entry, deed);
		if (refused?.refused === 'unknown') error(404);
		if (!refused) return back({ saved: read.id });
		const conflict = conflictOf(typedFromAction(refused.stored), typedFromAction(entry));
		return fail(409, { ...kept, revision: refused.stored.revision, conflict });
	},
	delete: async (event) => {
		const { form, kept, back, read, deed } = await requireDeed(event);
		if (form.get('sure') !== 'yes') return fail(422, { ...kept, unsure: true });
		const refused = await deleteAction(database(), read, deed);
		if (refused?.refused === 'unknown') error(404);
		if (!refused) return back({ deleted: 'yes' });
		const conflict = conflictOf(typedFromAction(refused.stored), typedAction(form));
		return fail(409, { ...kept, deletion: { ...conflict, revision: refused.stored.revision } });
	}
} satisfies Actions);
