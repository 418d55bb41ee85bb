import { error, redirect } from '@sveltejs/kit';
import { itemsOfCriterion, pick } from '#lib/domain/instrument/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findConsultants } from '#lib/server/reviews/consultancies.ts';
import { nameStandIn, passOn } from '#lib/server/reviews/passing-on.ts';
import { readProgress, type ReviewProgress } from '#lib/server/reviews/ratings.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../check/instrument-of.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import { coveredIn, describeGrant, stateOf } from '../progress.ts';
import { askingOf, openPage } from './review-page.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) =>
	openPage(event, 'overview', ({ grant, round }, reader) => {
		const progress = readProgress(reader, grant.id);
		return {
			grant: describeGrant(grant),
			closedOn: round.closedOn ?? '',
			state: stateOf(round, progress),
			covered: coveredIn(round, progress),
			standInId: grant.standInId,
			colleagues:
				grant.consultantId === event.locals.user?.id ? colleaguesOf(grant.consultancyId, grant.consultantId) : [],
			dimensions: dimensionsOf(round, progress)
		};
	});

/** The criteria of each dimension with how far the own rating has come; nothing of the result. */
function dimensionsOf(round: Round, { ratings, opened }: ReviewProgress) {
	const { instrument } = requireInstrument(round);
	const asked = instrument.dimensions.filter(({ id }) => !round.scope || id === round.scope);
	return asked.map(({ id, name, criteria }) => ({
		id,
		name: pick(name, getLocale()),
		criteria: criteria.map((criterion) => {
			const items = itemsOfCriterion(criterion, round.variant);
			return {
				id: criterion.id,
				name: pick(criterion.name, getLocale()),
				all: items.length,
				done: items.filter((item) => ratings.has(item.id)).length,
				how: opened.get(criterion.id)?.how
			};
		})
	}));
}

const colleaguesOf = (consultancyId: string, own: string) =>
	findConsultants(database(), consultancyId)
		.filter(({ userId }) => userId !== own)
		.map(({ userId, name }) => ({ id: userId, name }));

async function colleagueIn(event: RequestEvent): Promise<string> {
	return String((await event.request.formData()).get('colleague') ?? '');
}

export const actions = keepTyped(nothingTyped, {
	standIn: async (event) => {
		const asking = askingOf(event, 'passReviewOn');
		if (!(await nameStandIn(database(), (await colleagueIn(event)) || null, asking))) error(404);
		redirect(303, `${event.url.pathname}?standIn`);
	},
	passOn: async (event) => {
		const asking = askingOf(event, 'passReviewOn');
		if (!(await passOn(database(), await colleagueIn(event), asking))) error(404);
		redirect(303, '/reviews');
	}
} satisfies Actions);
