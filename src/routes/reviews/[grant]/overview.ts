/** What the first page of a review lists: criteria by how far they are rated, and colleagues to stand in. */
import { criterionIdOf } from '#lib/domain/answering/question.ts';
import { itemsOfCriterion, pick } from '#lib/domain/instrument/instrument.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findConsultants } from '#lib/server/reviews/consultancies.ts';
import type { ReviewProgress } from '#lib/server/reviews/ratings.ts';
import type { Post } from '#lib/server/reviews/threads.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../check/instrument-of.ts';

/** The criteria of each dimension with how far the own rating has come; nothing of the result. */
export function dimensionsOf(round: Round, { ratings, opened }: ReviewProgress) {
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

/** Everybody else in the organisation. */
export const colleaguesOf = (consultancyId: string, own: string) =>
	findConsultants(database(), consultancyId)
		.filter(({ userId }) => userId !== own)
		.map(({ userId, name }) => ({ id: userId, name }));

/**
 * Ids of the criteria on an item of which the municipality has written last; none once the review is handed in, as nobody
 * can answer any more.
 * @param posts the earliest first
 */
export function askedOf(
	{ handedIn }: Pick<ReviewProgress, 'handedIn'>,
	posts: readonly Pick<Post, 'item' | 'side'>[]
): string[] {
	if (handedIn) return [];
	const last = new Map(posts.map(({ item, side }) => [item, side]));
	const asked = [...last].filter(([, side]) => side === 'municipality').map(([item]) => criterionIdOf(item));
	return [...new Set(asked)];
}
