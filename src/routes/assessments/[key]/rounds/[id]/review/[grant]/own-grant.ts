/** The grant in the address, of the round in the address; 404 for every other. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { What } from '#lib/domain/access.ts';
import { database } from '#lib/server/database.ts';
import { readGrantOf } from '#lib/server/reviews/grants.ts';
import { readProgress } from '#lib/server/reviews/ratings.ts';
import { readRecommendations } from '#lib/server/reviews/recommendations.ts';
import { readPosts } from '#lib/server/reviews/threads.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../../guards.ts';
import { differencesOf } from '../../../../../../reviews/differences.ts';
import { choicesOf, itemsInSight } from '../../../../../../reviews/round-choices.ts';

type GrantEvent = Pick<RequestEvent, 'locals' | 'url'> & { params: { key: string; id: string; grant: string } };

/** For whoever may do `what`. */
export async function requireOwnGrant(event: GrantEvent, what: What = 'grantReview') {
	const { user, who, municipality, round } = await requireRound(event, what);
	const { key } = municipality;
	const grant = readGrantOf(database().read, { key, roundId: round.id, id: event.params.grant });
	if (!grant) error(404);
	return { grant, round, who, deed: { key, roundId: round.id, grantId: grant.id, userId: user.id, today: today() } };
}

/**
 * What the municipality reads of a review. Until it is handed in: questions and answers, and the items it may begin one
 * on (`silent`). From then on also its levels, summary and recommendations.
 */
export function reviewShown({ grant, round }: Pick<Awaited<ReturnType<typeof requireOwnGrant>>, 'grant' | 'round'>) {
	const { read } = database();
	const progress = readProgress(read, grant.id);
	const { handedIn } = progress;
	const posts = readPosts(read, grant.id);
	const names = new Map(choicesOf(round).map(({ id, name }) => [id, name]));
	const items = [...new Set(posts.map(({ item }) => item))];
	return {
		threads: items.map((item) => ({
			...{ item, statement: names.get(item) ?? item },
			posts: posts.filter((post) => post.item === item)
		})),
		silent: handedIn ? [] : itemsInSight(round, progress.opened).filter(({ id }) => !items.includes(id)),
		handedIn: handedIn && {
			...handedIn,
			differences: differencesOf(round, progress, true),
			givenUp: [...progress.opened].filter(([, { how }]) => how === 'givenUp').map(([id]) => names.get(id) ?? id),
			recommendations: readRecommendations(read, grant.id).map((one) => ({
				...one,
				about: one.item === null ? undefined : `${one.item} ${names.get(one.item) ?? ''}`
			}))
		}
	};
}

export type ReviewShown = ReturnType<typeof reviewShown>;
