/** What a municipality may read of the reviews of its rounds, for one file; nothing before it is handed in. */
import { database } from '#lib/server/database.ts';
import { findGrantsOf } from '#lib/server/reviews/grants.ts';
import { findOpenings } from '#lib/server/reviews/openings.ts';
import { readProgress } from '#lib/server/reviews/ratings.ts';
import { readRecommendations } from '#lib/server/reviews/recommendations.ts';
import { readPosts } from '#lib/server/reviews/threads.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';

export function reviewTables(rounds: readonly Round[]) {
	const { read } = database();
	const grants = rounds.flatMap(({ id }) => findGrantsOf(database(), id));
	const progress = new Map(grants.map(({ id }) => [id, readProgress(read, id)]));
	const handedIn = grants.filter(({ id }) => progress.get(id)?.handedIn);
	return {
		grants: grants.map(({ id, assessmentId, consultancy, consultant, standIn, endsOn, grantedOn, revokedOn }) => ({
			...{ id, round: assessmentId, consultancy, consultant, standIn, endsOn, grantedOn, revokedOn }
		})),
		'grant-openings': grants.flatMap(({ id }) =>
			findOpenings(database(), id).map(({ what, day, count, by }) => ({ grant: id, what, day, count, by }))
		),
		'review-posts': grants.flatMap(({ id }) =>
			readPosts(read, id).map(({ item, side, text, day, by }) => ({ grant: id, item, side, text, day, by }))
		),
		reviews: handedIn.map(({ id }) => ({ grant: id, ...progress.get(id)?.handedIn })),
		'review-ratings': handedIn.flatMap(({ id }) =>
			[...(progress.get(id)?.ratings.values() ?? [])].map(({ item, level, reason }) => ({
				grant: id,
				item,
				level,
				reason
			}))
		),
		recommendations: handedIn.flatMap(({ id }) =>
			readRecommendations(read, id).map(({ item, title, text, state, reason }) => ({
				...{ grant: id, item, title, text, state, reason }
			}))
		)
	};
}
