/** Closing a round: what was answered and decided is frozen (M15), and who was invited is forgotten (D16). */
import { eq } from 'drizzle-orm';
import { closingInputs } from '#lib/domain/closing.ts';
import { freezeTeam, type SealedInstrument } from '#lib/domain/freeze.ts';
import type { TeamInputs } from '#lib/domain/frozen.ts';
import { criteriaOf } from '#lib/domain/instrument.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import { note } from './audit.ts';
import type { Db } from './db/open.ts';
import { assessment } from './db/schema.ts';
import { invitation, round as roundTable } from './db/schema-rounds.ts';
import { meetingOf, type StoredDecision } from './meetings.ts';
import { findSubmitted, importanceOf } from './respondents.ts';
import { readRound, refusalUnless, type PhaseRefusal } from './rounds.ts';
import { sha256 } from './sha256.ts';

/** `open`: items of the agenda that nobody has settled yet */
export type CloseRefused = PhaseRefusal | { refused: 'open'; items: string[] };

/**
 * Closes a round in one job, so that a decision beside it is either frozen or refused. Resolves with a refusal, or
 * nothing once it has been synced.
 * @param sealed the round's own instrument
 */
export function closeRound(
	db: Db,
	roundId: string,
	sealed: SealedInstrument,
	{ userId, today }: { userId: string | undefined; today: string }
): Promise<CloseRefused | undefined> {
	const { instrument } = sealed;
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		const refusal = refusalUnless(round, 'consensus');
		if (refusal || !round) return refusal;
		const submitted = findSubmitted({ ...db, read: writer }, round, instrument);
		const { open, decisions } = meetingOf(writer, round, submitted, instrument);
		if (open.length > 0) return { refused: 'open', items: open };
		const { variant, scope, seed } = round;
		const extent = { variant, ...(scope && { scope }) };
		const closing = {
			...extent,
			confidential: round.mode === 'confidential',
			respondents: submitted,
			decisions: decided(decisions),
			importance: Object.fromEntries(criteriaOf(instrument, scope).map(({ id }) => [id, importanceOf(submitted, id)]))
		};
		const inputs = closingInputs(instrument, closing, mulberry32(seedOf(sha256(seed))));
		const frozen = freezeTeam(sealed, { ...extent, seed }, inputs, sha256);

		writer
			.update(assessment)
			.set({ state: 'closed', closedOn: today, savedOn: today, frozen })
			.where(eq(assessment.id, roundId))
			.run();
		writer.update(roundTable).set({ phase: 'closed' }).where(eq(roundTable.assessmentId, roundId)).run();
		writer.delete(invitation).where(eq(invitation.assessmentId, roundId)).run();
		note(writer, { municipalityKey: round.municipalityKey, userId, event: 'round_closed', subject: roundId }, today);
		return undefined;
	});
}

/** M2c: what was accepted is no decision. */
function decided(decisions: ReadonlyMap<string, StoredDecision>): TeamInputs['decisions'] {
	return Object.fromEntries(
		[...decisions].flatMap(([item, { settlement, reason }]) =>
			settlement === null || settlement === 'accepted' ? [] : [[item, { decision: settlement, reason }]]
		)
	);
}
