import { error, redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { nameStandIn, passOn } from '#lib/server/reviews/passing-on.ts';
import { readProgress } from '#lib/server/reviews/ratings.ts';
import { readPosts } from '#lib/server/reviews/threads.ts';
import { requireGrant } from '../../guards.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import { sendGrantNews } from '../letters.ts';
import { coveredIn, describeGrant, stateOf } from '../progress.ts';
import { askedOf, colleaguesOf, dimensionsOf } from './overview.ts';
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
			asked: askedOf(progress, readPosts(reader, grant.id)),
			standInId: grant.standInId,
			colleagues:
				grant.consultantId === event.locals.user?.id ? colleaguesOf(grant.consultancyId, grant.consultantId) : [],
			dimensions: dimensionsOf(round, progress)
		};
	});

async function colleagueIn(event: RequestEvent): Promise<string> {
	return String((await event.request.formData()).get('colleague') ?? '');
}

export const actions = keepTyped(nothingTyped, {
	standIn: async (event) => {
		const asking = askingOf(event, 'passReviewOn');
		const { grant, round } = requireGrant(event);
		const standInId = (await colleagueIn(event)) || null;
		if (!(await nameStandIn(database(), standInId, asking))) error(404);
		if (standInId !== grant.standInId) sendGrantNews({ grant: { ...grant, standInId }, round }, 'standIn');
		redirect(303, `${event.url.pathname}?standIn`);
	},
	passOn: async (event) => {
		const asking = askingOf(event, 'passReviewOn');
		const { grant, round } = requireGrant(event);
		const consultantId = await colleagueIn(event);
		if (!(await passOn(database(), consultantId, asking))) error(404);
		sendGrantNews({ grant: { ...grant, consultantId }, round }, 'passedOn');
		redirect(303, '/reviews');
	}
} satisfies Actions);
