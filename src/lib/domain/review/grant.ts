/** D15: what a municipality grants a consultant, for how long, and who may use it. Asked anew with every request. */
import { addMonths } from '#lib/domain/day.ts';

/** A grant ends after so many months at the latest: long enough for one review, short enough that nobody forgets it. */
export const GRANT_MONTHS = 12;

export interface Grant {
	id: string;
	consultancyId: string;
	/** who holds it; null where the account is gone */
	consultantId: string | null;
	/** a colleague of the same organisation */
	standInId: string | null;
	/** whether the reasons of the consensus meeting are included */
	includesReasons: boolean;
	/** whether evidence that is released item by item is included */
	includesEvidence: boolean;
	/** the last day on which it holds */
	endsOn: string;
	grantedOn: string;
	revokedOn: string | null;
}

/** Somebody who reviews for an organisation. */
export interface Consultant {
	userId: string;
	consultancyId: string;
}

/** The last day until which a grant may hold that is made today. */
export function lastDayOfGrant(today: string): string {
	return addMonths(today, GRANT_MONTHS);
}

export type GrantValidity = 'valid' | 'ended' | 'revoked';

export function validityOf({ endsOn, revokedOn }: Pick<Grant, 'endsOn' | 'revokedOn'>, today: string): GrantValidity {
	if (revokedOn !== null) return 'revoked';
	return today > endsOn ? 'ended' : 'valid';
}

/**
 * Whether somebody may read and work on the review: holds a grant that is valid, themselves or as the stand-in, and
 * still belongs to the organisation that it was given to.
 */
export function mayReadReview(grant: Grant, { userId, consultancyId }: Consultant, today: string): boolean {
	const named = userId === grant.consultantId || userId === grant.standInId;
	return named && consultancyId === grant.consultancyId && validityOf(grant, today) === 'valid';
}

/** The same for evidence; whether a piece of it is released is the municipality's decision item by item. */
export function mayReadEvidence(grant: Grant, consultant: Consultant, today: string): boolean {
	return grant.includesEvidence && mayReadReview(grant, consultant, today);
}

/** Whether somebody may pass it on or name a stand-in: the holder alone. */
export function mayPassOn(grant: Grant, consultant: Consultant, today: string): boolean {
	return consultant.userId === grant.consultantId && mayReadReview(grant, consultant, today);
}
