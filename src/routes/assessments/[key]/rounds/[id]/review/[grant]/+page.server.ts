import { error, redirect } from '@sveltejs/kit';
import { database } from '#lib/server/database.ts';
import { readGrantOf, revokeGrant } from '#lib/server/reviews/grants.ts';
import { findOpenings } from '#lib/server/reviews/openings.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../../guards.ts';
import { grantLine } from '../../../../../../reviews/progress.ts';
import { keepTyped, nothingTyped } from '../../../../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The grant in the address, of the round in the address; 404 for every other. */
async function requireOwnGrant(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const { user, municipality, round } = await requireRound(event, 'grantReview');
	const { key } = municipality;
	const grant = readGrantOf(database().read, { key, roundId: round.id, id: event.params.grant });
	if (!grant) error(404);
	return { grant, round, deed: { key, roundId: round.id, userId: user.id, today: today() } };
}

export const load: PageServerLoad = async (event) => {
	const { grant, round } = await requireOwnGrant(event);
	return { grant: grantLine({ grant, round }), openings: findOpenings(database(), grant.id) };
};

export const actions = keepTyped(nothingTyped, {
	revoke: async (event) => {
		const { grant, deed } = await requireOwnGrant(event);
		await revokeGrant(database(), grant.id, deed);
		redirect(303, event.url.pathname);
	}
} satisfies Actions);
