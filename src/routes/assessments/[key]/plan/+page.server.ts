import { error, fail, redirect } from '@sveltejs/kit';
import { may } from '#lib/domain/access.ts';
import { ACTION_STATUSES, filterActions, ownersOf, readFilter } from '#lib/domain/action.ts';
import { pick } from '#lib/domain/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { changeAction, findActions } from '#lib/server/actions.ts';
import { database } from '#lib/server/database.ts';
import { findLastClosed } from '#lib/server/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { lastMovement } from '../series/closed-series.ts';
import { asked } from './asked-actions.ts';
import { listedActions } from './listed-actions.ts';
import { namedHurdles } from './named-hurdles.ts';
import { planAddress } from './plan-address.ts';
import { suggestedSteps } from './suggestions.ts';
import { tackle, takeStep } from './take-up.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readPlan');
	const { instrument } = currentInstrument();
	const locale = getLocale();
	const all = findActions(database(), municipality.key);
	const search = event.url.searchParams;
	const filter = readFilter(search, instrument);
	const organises = may(who, 'changePlan');
	const round = findLastClosed(database(), municipality.key);
	const movement = lastMovement(municipality.key);
	return {
		organises,
		filter,
		board: search.get('view') === 'board',
		total: all.length,
		done: all.find(({ id }) => id === (search.get('moved') ?? search.get('taken'))),
		actions: listedActions(filterActions(all, filter, instrument, today()), instrument, locale, {
			today: today(),
			movement
		}),
		movement: movement && { from: movement.from, to: movement.to, breaks: movement.breaks },
		review: round && organises ? { round: round.title, count: asked(all, round).length } : undefined,
		owners: ownersOf(all),
		dimensions: instrument.dimensions.map(({ id, name }) => ({ id, name: pick(name, locale) })),
		hurdles: round && { round: round.title, open: round.mode === 'open', named: namedHurdles(round, all, locale) },
		suggested: round && organises ? suggestedSteps(round, all, locale) : undefined
	};
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
