/** To whom letters about a review go. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '#lib/server/db/open.ts';
import { membership, user } from '#lib/server/db/schema-accounts.ts';
import { consultant } from '#lib/server/db/schema-reviews.ts';
import type { GrantRow } from './grants.ts';

/** Addresses of whoever holds a grant and of the stand-in, as far as they still belong to its organisation. */
export function findReviewers(
	db: Db,
	{ consultancyId, consultantId, standInId }: Pick<GrantRow, 'consultancyId' | 'consultantId' | 'standInId'>
): string[] {
	const named = [consultantId, standInId].filter((id) => id !== null);
	return db.read
		.select({ email: user.email })
		.from(consultant)
		.innerJoin(user, eq(user.id, consultant.userId))
		.where(and(inArray(consultant.userId, named), eq(consultant.consultancyId, consultancyId)))
		.all()
		.map(({ email }) => email);
}

/** Addresses of whoever organises a municipality. */
export function findOrganisers(db: Db, key: string): string[] {
	return db.read
		.select({ email: user.email })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(and(eq(membership.municipalityKey, key), eq(membership.role, 'organiser')))
		.all()
		.map(({ email }) => email);
}
