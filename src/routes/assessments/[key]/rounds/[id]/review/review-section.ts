/** The reviews of a round that were handed in, beside the municipality's answers, as part of a document. */
import { formatDay, formatList } from '#lib/components/format.ts';
import { agreementSentence } from '#lib/components/review/agreement-words.ts';
import { distanceText, ownLevelText, theirLevelText } from '#lib/components/review/level-words.ts';
import { recommendationStates } from '#lib/components/review/recommendation-words.ts';
import { heading, list, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { findGrantsOf, type GrantRow } from '#lib/server/reviews/grants.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { reviewShown, type ReviewShown } from './[grant]/own-grant.ts';

/** Nothing where none was handed in. @param grants whose reviews are told; all of the round without it */
export function reviewSection(round: Round, grants: readonly GrantRow[] = findGrantsOf(database(), round.id)): Block[] {
	const reviews = grants.flatMap((grant) => {
		const { handedIn } = reviewShown({ grant, round });
		if (!handedIn) return [];
		const name = formatList([grant.consultant ?? m.grant_gone(), grant.consultancy]);
		return [heading(2, m.grant_of({ name })), ...blocksOf(handedIn)];
	});
	return reviews.length > 0 ? [heading(1, m.grant_title()), ...reviews] : [];
}

function blocksOf({
	on,
	summary,
	answer,
	givenUp,
	differences,
	recommendations
}: NonNullable<ReviewShown['handedIn']>) {
	const { rows, levels, agreement } = differences;
	const blocks: Block[] = [
		paragraph(m.review_handed_in_on({ day: formatDay(on) }), 'small'),
		...textBlocks(m.review_summary(), summary),
		...textBlocks(m.review_answer(), answer ?? m.review_answer_none()),
		heading(3, m.review_profile()),
		...(agreement ? [paragraph(agreementSentence(agreement))] : []),
		...(givenUp.length > 0 ? [paragraph(m.review_given_up({ names: formatList(givenUp) }))] : []),
		table(
			m.review_profile_caption(),
			[
				[m.review_item(), 4],
				[m.review_side_municipality(), 2],
				[m.review_side_consultant(), 2],
				[m.review_distance(), 1]
			],
			rows.map(({ item, statement, own, theirs, blind, changed, distance }) => [
				`${item} ${statement}`,
				ownLevelText(own, levels),
				changed
					? `${theirLevelText(theirs, levels)}. ${m.review_changed_from({ level: theirLevelText(blind, levels) })}`
					: theirLevelText(theirs, levels),
				distanceText(distance)
			]),
			[3]
		)
	];
	if (recommendations.length === 0) return blocks;
	const entries = recommendations.map(({ title, about, text, state, reason }) => ({
		text: title,
		more: [about ?? '', text, `${recommendationStates[state]()}${reason && `: ${reason}`}`].filter(Boolean)
	}));
	return [...blocks, heading(3, m.review_recommendations()), list(entries)];
}

const textBlocks = (title: string, text: string): Block[] => [
	heading(3, title),
	...text.split(/\n+/).map((line) => paragraph(line))
];
