/** What staff council and data protection are shown before anything starts, and when they agreed. */
import { eq } from 'drizzle-orm';
import { note } from '#lib/server/municipalities/audit.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import { readRound, refusalUnless, type PhaseRefusal, type Round } from './rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';

type OfRound = Pick<Round, 'id' | 'municipalityKey'>;

/** Makes the link that shows a round, ending an earlier one; the database keeps only the token's hash. */
export async function showRound(db: Db, shown: OfRound, userId: string, today: string): Promise<string> {
	const token = randomToken();
	await setLink(db, shown, sha256(token), userId, today);
	return token;
}

/** Ends the link, also for the case that an earlier backup is restored. */
export async function endShowing(db: Db, shown: OfRound, userId: string, today: string): Promise<void> {
	await setLink(db, shown, null, userId, today);
}

async function setLink(
	db: Db,
	{ id, municipalityKey }: OfRound,
	previewHash: string | null,
	userId: string,
	today: string
): Promise<void> {
	const one = eq(round.assessmentId, id);
	const ended = await db.write((writer) => {
		const before = writer.select({ hash: round.previewHash }).from(round).where(one).get();
		writer.update(round).set({ previewHash }).where(one).run();
		const event = previewHash ? 'round_shown' : 'round_shown_no_more';
		if (previewHash || before?.hash) note(writer, { municipalityKey, userId, event, subject: id }, today);
		return before?.hash;
	});
	if (ended) db.deletions.add('link', [ended], today);
}

/** Days on which they agreed; undefined where they have not, or nobody asked them. */
export type Agreement = Pick<Round, 'staffCouncilOn' | 'dataProtectionOn'>;

/** Notes the days, as long as the round is prepared or collects. */
export function noteAgreement(db: Db, id: string, agreed: Agreement): Promise<PhaseRefusal | undefined> {
	const { staffCouncilOn = null, dataProtectionOn = null } = agreed;
	return db.write((writer) => {
		const refusal = refusalUnless(readRound(writer, id), 'draft', 'collecting');
		if (!refusal)
			writer.update(round).set({ staffCouncilOn, dataProtectionOn }).where(eq(round.assessmentId, id)).run();
		return refusal;
	});
}
