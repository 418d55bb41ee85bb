/** How far a review has come, for desk and pages. */
import type { Criterion } from '#lib/domain/instrument/instrument.ts';
import { criteriaOf } from '#lib/domain/instrument/instrument.ts';
import { validityOf } from '#lib/domain/review/grant.ts';
import { reviewState, type ReviewState } from '#lib/domain/review/review.ts';
import { database } from '#lib/server/database.ts';
import type { GrantRow, HeldGrant } from '#lib/server/reviews/grants.ts';
import { readProgress, type ReviewProgress } from '#lib/server/reviews/ratings.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../check/instrument-of.ts';

/** The criteria that a round asked about. */
export function criteriaOfRound(round: Round): Criterion[] {
	return criteriaOf(requireInstrument(round).instrument, round.scope);
}

/** How many criteria of a round are not in sight yet. */
export function coveredIn(round: Round, { opened }: Pick<ReviewProgress, 'opened'>): number {
	return criteriaOfRound(round).filter(({ id }) => !opened.has(id)).length;
}

export function stateOf(round: Round, { ratings, opened, handedIn }: ReviewProgress): ReviewState {
	return reviewState({
		criteria: criteriaOfRound(round).length,
		opened: opened.size,
		rated: ratings.size > 0,
		handedInOn: handedIn?.on ?? null,
		answeredOn: handedIn?.answeredOn ?? null
	});
}

/** A line about a grant: what it is, whether it holds, and how far the review has come. */
export function grantLine({ grant, round }: HeldGrant) {
	return {
		...describeGrant(grant),
		round: round.title,
		municipality: round.profile.municipality?.name ?? '',
		state: stateOf(round, readProgress(database().read, grant.id))
	};
}

/** What both sides may know of a grant. */
export function describeGrant(grant: GrantRow) {
	const { id, consultancy, consultant, standIn, includesReasons, includesEvidence, endsOn, grantedOn, revokedOn } =
		grant;
	return {
		...{ id, consultancy, consultant, standIn, includesReasons, includesEvidence, endsOn, grantedOn, revokedOn },
		validity: validityOf(grant, today())
	};
}
