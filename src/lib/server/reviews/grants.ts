/** D15: grants of closed rounds, as the municipality makes and revokes them, and as consultants hold them. */
import { and, desc, eq, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { lastDayOfGrant, mayReadReview, type Grant } from '#lib/domain/review/grant.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { consultancy, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { readRound, type Round } from '#lib/server/rounds/rounds.ts';
import { readConsultant } from './consultancies.ts';

export interface GrantRow extends Grant {
	assessmentId: string;
	/** name of the organisation */
	consultancy: string;
	/** names of whoever holds it and of the stand-in; null where there is none, or the account is gone */
	consultant: string | null;
	standIn: string | null;
}

const holder = alias(user, 'holder');
const standIn = alias(user, 'stand_in');

const grants = (reader: Reader) =>
	reader
		.select({
			...{ id: reviewGrant.id, assessmentId: reviewGrant.assessmentId, consultancyId: reviewGrant.consultancyId },
			...{ consultantId: reviewGrant.consultantId, standInId: reviewGrant.standInId },
			...{ includesReasons: reviewGrant.includesReasons, includesEvidence: reviewGrant.includesEvidence },
			...{ endsOn: reviewGrant.endsOn, grantedOn: reviewGrant.grantedOn, revokedOn: reviewGrant.revokedOn },
			...{ consultancy: consultancy.name, consultant: holder.name, standIn: standIn.name }
		})
		.from(reviewGrant)
		.innerJoin(consultancy, eq(consultancy.id, reviewGrant.consultancyId))
		.leftJoin(holder, eq(holder.id, reviewGrant.consultantId))
		.leftJoin(standIn, eq(standIn.id, reviewGrant.standInId))
		.$dynamic();

/** What a municipality types about a grant. */
export interface GrantEntry {
	/** address of the consultant's account */
	email: string;
	includesReasons: boolean;
	includesEvidence: boolean;
	endsOn: string;
}

/** Whose round it is, who acts, and when. */
export interface GrantDeed {
	key: string;
	roundId: string;
	userId: string;
	today: string;
}

/** `unknown`: no consultant has this address; `twice`: they hold a grant of this round already; `ends`: not within the time. */
export type GrantRefused = { refused: 'phase' | 'unknown' | 'twice' | 'ends' };

/** Grants a consultant access to a closed round; resolves with the grant's id. */
export function grantReview(db: Db, entry: GrantEntry, deed: GrantDeed): Promise<{ id: string } | GrantRefused> {
	const { key, roundId, userId, today } = deed;
	const { email, ...included } = entry;
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		if (round?.municipalityKey !== key || round.phase !== 'closed') return { refused: 'phase' };
		if (entry.endsOn < today || entry.endsOn > lastDayOfGrant(today)) return { refused: 'ends' };
		const found = writer
			.select({ id: user.id })
			.from(user)
			.where(and(eq(user.email, email), eq(user.emailVerified, true)))
			.get();
		const consultant = found && readConsultant(writer, found.id);
		if (!consultant) return { refused: 'unknown' };
		const held = readGrantsOf(writer, roundId).some(
			(grant) => grant.consultantId === consultant.userId && mayReadReview(grant, consultant, today)
		);
		if (held) return { refused: 'twice' };
		const id = randomToken();
		const holds = { consultancyId: consultant.consultancyId, consultantId: consultant.userId };
		writer
			.insert(reviewGrant)
			.values({ id, assessmentId: roundId, ...holds, ...included, grantedBy: userId, grantedOn: today })
			.run();
		note(writer, { municipalityKey: key, userId, event: 'review_granted', subject: id }, today);
		return { id };
	});
}

/** Revokes a grant at once, also after a restore; false where the round has none of this id that is not revoked. */
export async function revokeGrant(db: Db, id: string, { key, roundId, userId, today }: GrantDeed): Promise<boolean> {
	const revoked = await db.write((writer) => {
		if (!readGrantOf(writer, { key, roundId, id })) return false;
		const open = and(eq(reviewGrant.id, id), isNull(reviewGrant.revokedOn));
		if (writer.update(reviewGrant).set({ revokedOn: today }).where(open).run().changes === 0) return false;
		note(writer, { municipalityKey: key, userId, event: 'review_revoked', subject: id }, today);
		return true;
	});
	if (revoked) db.deletions.add('grant', [id], today);
	return revoked;
}

/** All grants of a round, the latest first. */
export function findGrantsOf(db: Db, roundId: string): GrantRow[] {
	return readGrantsOf(db.read, roundId);
}

function readGrantsOf(reader: Reader, roundId: string): GrantRow[] {
	return grants(reader)
		.where(eq(reviewGrant.assessmentId, roundId))
		.orderBy(desc(reviewGrant.grantedOn), reviewGrant.id)
		.all();
}

/** A grant of this round of this municipality, valid or not. */
export function readGrantOf(
	reader: Reader,
	{ key, roundId, id }: Pick<GrantDeed, 'key' | 'roundId'> & { id: string }
): GrantRow | undefined {
	if (readRound(reader, roundId)?.municipalityKey !== key) return undefined;
	return grants(reader)
		.where(and(eq(reviewGrant.id, id), eq(reviewGrant.assessmentId, roundId)))
		.get();
}

/** Who asks for a grant, and when. */
export interface Asking {
	grantId: string;
	userId: string;
	today: string;
}

/** A grant that somebody may use, with its round. */
export interface HeldGrant {
	grant: GrantRow;
	round: Round;
}

/** The grant, for whoever may read the review now; undefined for everybody else. */
export function findHeldGrant(db: Db, asking: Asking): HeldGrant | undefined {
	return readHeldGrant(db.read, asking);
}

/** The same in a job, so that what it does is done before a revocation or not at all (F9). */
export function readHeldGrant(reader: Reader | Writer, { grantId, userId, today }: Asking): HeldGrant | undefined {
	const grant = grants(reader).where(eq(reviewGrant.id, grantId)).get();
	const consultant = readConsultant(reader, userId);
	if (!grant || !consultant || !mayReadReview(grant, consultant, today)) return undefined;
	const round = readRound(reader, grant.assessmentId);
	return round?.phase === 'closed' ? { grant, round } : undefined;
}

/** Every grant that names somebody, whether it still holds or not, with its round; the latest first. */
export function findGrantsNaming(db: Db, userId: string): HeldGrant[] {
	return grants(db.read)
		.where(or(eq(reviewGrant.consultantId, userId), eq(reviewGrant.standInId, userId)))
		.orderBy(desc(reviewGrant.grantedOn), reviewGrant.id)
		.all()
		.flatMap((grant) => {
			const round = readRound(db.read, grant.assessmentId);
			return round ? [{ grant, round }] : [];
		});
}
