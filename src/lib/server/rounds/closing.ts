/** Closing a round: what was answered and decided is frozen (M15), and who was invited is forgotten (D16). */
import { eq } from 'drizzle-orm';
import { freezeTeam, type SealedInstrument } from '#lib/domain/result/freeze.ts';
import type { TeamInputs } from '#lib/domain/result/frozen.ts';
import { shownHurdles } from '#lib/domain/result/team-hurdles.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { invitation, round as roundTable } from '#lib/server/db/schema-rounds.ts';
import { findTeamHurdles } from './hurdles.ts';
import { meetingOf, type StoredDecision } from '#lib/server/meeting/meetings.ts';
import { findRoundAnswers } from './round-answers.ts';
import { readRound, refusalUnless, type PhaseRefusal } from './rounds.ts';
import { letNobodyIn } from '#lib/server/meeting/screens.ts';
import { sha256 } from '#lib/server/sha256.ts';

/** `open`: items of the agenda that nobody has settled yet */
export type CloseRefused = PhaseRefusal | { refused: 'open'; items: string[] };

/**
 * Closes a round in one job, so that a decision beside it is either frozen or refused. What the answers come to is
 * calculated before, since they cannot change any more. Resolves with a refusal, or nothing once it has been synced.
 * @param sealed the round's own instrument
 */
export async function closeRound(
	db: Db,
	roundId: string,
	sealed: SealedInstrument,
	{ userId, today }: { userId: string | undefined; today: string }
): Promise<CloseRefused | undefined> {
	const found = readRound(db.read, roundId);
	if (!found) return { refused: 'unknown' };
	const answers = await findRoundAnswers(db, found, sealed.instrument);
	const hurdles = shownHurdles(findTeamHurdles(db, found, sealed.instrument) ?? []);
	const refused = await db.write((writer): CloseRefused | undefined => {
		const round = readRound(writer, roundId);
		const refusal = refusalUnless(round, 'consensus');
		if (refusal || !round) return refusal;
		const { open, decisions } = meetingOf(writer, round, answers);
		if (open.length > 0) return { refused: 'open', items: open };
		const { variant, scope, seed } = round;
		const inputs = { ...answers.inputs, decisions: decided(decisions), hurdles };
		const frozen = freezeTeam(sealed, { variant, ...(scope && { scope }), seed }, inputs, sha256);

		writer
			.update(assessment)
			.set({ state: 'closed', closedOn: today, savedOn: today, frozen })
			.where(eq(assessment.id, roundId))
			.run();
		writer.update(roundTable).set({ phase: 'closed' }).where(eq(roundTable.assessmentId, roundId)).run();
		letNobodyIn(writer, roundId);
		writer.delete(invitation).where(eq(invitation.assessmentId, roundId)).run();
		note(writer, { municipalityKey: round.municipalityKey, userId, event: 'round_closed', subject: roundId }, today);
		return undefined;
	});
	if (!refused) db.deletions.add('invitations', [roundId], today);
	return refused;
}

/** M2c: what was accepted is no decision. */
function decided(decisions: ReadonlyMap<string, StoredDecision>): TeamInputs['decisions'] {
	return Object.fromEntries(
		[...decisions].flatMap(([item, { settlement, reason }]) =>
			settlement === null || settlement === 'accepted' ? [] : [[item, { decision: settlement, reason }]]
		)
	);
}
