/** Reads who counts in a release, and with which scores (D1). */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';
import { chooseRounds, type Round } from '#lib/domain/disclosure-member.ts';
import type { Member } from '#lib/domain/disclosure-release.ts';
import { ProfileMunicipality } from '#lib/domain/municipality.ts';
import type { Reader } from './db/open.ts';
import { assessment } from './db/schema.ts';

/** So many frozen results are parsed between two reports of progress. */
const BATCH = 500;

const Score = z
	.number()
	.min(1)
	.max(5 + 1e-9)
	.nullable();
const Scored = z.record(z.string(), z.object({ score: Score }));

/** The part of a frozen assessment that a release reads. */
const FrozenScores = z.object({
	instrument: z.object({ id: z.string(), version: z.string(), sha256: z.string() }),
	method: z.string(),
	result: z.object({ overall: Score, dimensions: Scored, criteria: Scored })
});
type FrozenScores = z.infer<typeof FrozenScores>;

/** A member with the round that stands for it and the versions behind its scores. */
export interface ReadMember extends Member, Pick<FrozenScores, 'instrument' | 'method'> {
	assessmentId: string;
}

/** D1: one closed round per municipality that counts, before the scores are read. */
export function findRounds(read: Reader, cutoff: string, demonstration: boolean) {
	const closed = read
		.select({
			id: assessment.id,
			mode: assessment.mode,
			variant: assessment.variant,
			scope: assessment.scope,
			municipalityKey: assessment.municipalityKey,
			instrumentVersion: assessment.instrumentVersion,
			closedOn: assessment.closedOn,
			comparisonAgreedOn: assessment.comparisonAgreedOn,
			demonstration: assessment.demonstration
		})
		.from(assessment)
		.where(and(eq(assessment.state, 'closed'), ne(assessment.mode, 'solo')))
		.all();
	return chooseRounds(closed, cutoff, demonstration);
}

/**
 * The members that these rounds stand for, in their order; told after every batch how many were read.
 * @throws where a round is not frozen as it should be: a release is built from complete data or not at all.
 */
export function readMembers(read: Reader, rounds: readonly Round[], onBatch: (count: number) => void): ReadMember[] {
	const members: ReadMember[] = [];
	for (let start = 0; start < rounds.length; start += BATCH) {
		const batch = rounds.slice(start, start + BATCH);
		const ids = batch.map(({ id }) => id);
		const rows = read
			.select({ id: assessment.id, profile: assessment.profile, frozen: assessment.frozen })
			.from(assessment)
			.where(inArray(assessment.id, ids))
			.all();
		const byId = new Map(rows.map((row) => [row.id, row]));
		for (const round of batch) members.push(readMember(round, byId.get(round.id)));
		onBatch(batch.length);
	}
	return members;
}

function readMember(round: Round, row: { profile: unknown; frozen: unknown } | undefined): ReadMember {
	const parsed = z
		.object({ profile: z.object({ municipality: ProfileMunicipality }), frozen: FrozenScores })
		.safeParse(row);
	if (!parsed.success) throw new Error(`Round ${round.id} cannot be read: ${z.prettifyError(parsed.error)}`);
	const { profile, frozen } = parsed.data;
	const { population, kind, state } = profile.municipality;
	const { instrument, method, result } = frozen;
	const scores: Record<string, number | null> = { overall: result.overall };
	for (const [measure, { score }] of Object.entries(result.dimensions)) scores[measure] = score;
	for (const [measure, { score }] of Object.entries(result.criteria)) scores[measure] = score;
	return { id: round.municipalityKey, assessmentId: round.id, population, kind, state, scores, instrument, method };
}
