/** What the page of one criterion serves: before it is in sight, nothing that comes from the municipality's result. */
import { error } from '@sveltejs/kit';
import { criteriaOf, itemsOfCriterion, pick, type Criterion } from '#lib/domain/instrument/instrument.ts';
import { itemTexts, meetingNames } from '#lib/domain/instrument/item-texts.ts';
import { blindLevel, distanceOf } from '#lib/domain/review/difference.ts';
import { ownItem } from '#lib/domain/review/own-level.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Reader } from '#lib/server/db/open.ts';
import { readReleased } from '#lib/server/evidence/evidence.ts';
import type { HeldGrant } from '#lib/server/reviews/grants.ts';
import { readProgress, type ReviewProgress } from '#lib/server/reviews/ratings.ts';
import { readPosts } from '#lib/server/reviews/threads.ts';
import { frozenRound } from '#lib/server/rounds/round-results.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';

/** The criterion of the round with its items; 404 where the round did not ask about it. */
export function requireCriterion(
	round: Round,
	id: string
): { criterion: Criterion; items: string[]; next: string | undefined } {
	const { instrument } = requireInstrument(round);
	const asked = criteriaOf(instrument, round.scope);
	const index = asked.findIndex((one) => one.id === id);
	const criterion = asked[index];
	if (!criterion) error(404);
	const items = itemsOfCriterion(criterion, round.variant).map((item) => item.id);
	return { criterion, items, next: asked[index + 1]?.id };
}

export function criterionView(held: HeldGrant, reader: Reader, id: string) {
	const { grant, round } = held;
	const { criterion, items, next } = requireCriterion(round, id);
	const { instrument } = requireInstrument(round);
	const progress = readProgress(reader, grant.id);
	const opened = progress.opened.get(id);
	const locale = getLocale();
	return {
		id,
		name: pick(criterion.name, locale),
		question: pick(criterion.question, locale),
		next,
		levels: meetingNames(instrument, locale).levels,
		how: opened?.how,
		frozen: progress.handedIn !== undefined,
		items: items.flatMap((item) => {
			const texts = itemTexts(instrument, item, locale);
			return texts ? [{ texts, stored: progress.ratings.get(item) }] : [];
		}),
		evidence: grant.includesEvidence ? readReleased(reader, round.id, items) : undefined,
		seen: opened ? seenItems(held, reader, progress, items) : undefined
	};
}

/** The municipality's side of each item, once the criterion is in sight. */
function seenItems({ grant, round }: HeldGrant, reader: Reader, { ratings, changes }: ReviewProgress, items: string[]) {
	const frozen = frozenRound(round);
	const posts = readPosts(reader, grant.id);
	return Object.fromEntries(
		items.map((item) => {
			const { level: own, reason } = ownItem(frozen, item);
			const theirs = ratings.get(item)?.level ?? null;
			const changed = changes.filter((change) => change.item === item);
			return [
				item,
				{
					...{ own, theirs, distance: distanceOf(own, theirs), blind: blindLevel(theirs, changed) },
					ownReason: grant.includesReasons ? reason : '',
					changes: changed,
					posts: posts.filter((post) => post.item === item)
				}
			];
		})
	);
}

export type CriterionView = ReturnType<typeof criterionView>;
export type SeenItem = NonNullable<CriterionView['seen']>[string];
