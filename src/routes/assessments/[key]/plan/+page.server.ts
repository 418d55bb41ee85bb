import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { ACTION_STATUSES } from '#lib/domain/plan/action.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { changeAction } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { planAddress } from './plan-address.ts';
import { planView } from './plan-view.ts';
import { tackle, takeStep } from './take-up.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readPlan');
	return planView(municipality.key, may(who, 'changePlan'), event.url.searchParams);
};

async function requireDeed(event: RequestEvent) {
	const { user, municipality } = await requireMember(event, 'changePlan');
	const form = await event.request.formData();
	const text = (name: string) => String(form.get(name) ?? '');
	const back = (news: Record<string, string>, place = ''): never =>
		redirect(303, planAddress(municipality.key, event.url.searchParams, news) + place);
	return { text, back, deed: { key: municipality.key, userId: user.id, today: today() } };
}

export const actions = keepTyped(nothingTyped, {
	take: async (event) => {
		const { text, back, deed } = await requireDeed(event);
		return back({ taken: await takeStep(text('item'), deed, getLocale()) });
	},
	tackle: async (event) => {
		const { text, back, deed } = await requireDeed(event);
		return back({ taken: await tackle(text('hurdle'), deed, getLocale()) });
	},
	move: async (event) => {
		const { text, back, deed } = await requireDeed(event);
		const status = ACTION_STATUSES.find((one) => one === text('to'));
		if (!status) error(400);
		const read = { id: text('id'), revision: Number(text('revision')) };
		const refused = await changeAction(database(), read, { status }, deed);
		if (refused?.refused === 'unknown') error(404);
		if (refused) return fail(409, { elsewhere: { title: refused.stored.title, status: refused.stored.status } });
		return back({ moved: read.id }, `#action-${read.id}`);
	}
} satisfies Actions);
