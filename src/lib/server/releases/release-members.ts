/** Reads who counts in a release, and with which scores (D1). */
import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { chooseRounds, type Round } from '#lib/domain/disclosure/member.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { ProfileMunicipality } from '#lib/domain/municipality/municipality.ts';
import { jsonParts } from '#lib/server/db/json-parts.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { assessment } from '#lib/server/db/schema.ts';

/** So many frozen results are parsed between two reports of progress. */
const BATCH = 500;

const Score = z
	.number()
	.min(1)
	.max(5 + 1e-9)
	.nullable();
const Scored = z.record(z.string(), z.object({ score: Score }));

/** What a release reads of a frozen assessment: a tenth of its bytes. */
const PARTS = ['$.instrument', '$.method', '$.result.overall', '$.result.dimensions', '$.result.criteria'] as const;
const FrozenParts = z.tuple([
	z.object({ id: z.string(), version: z.string(), sha256: z.string() }),
	z.string(),
	Score,
	Scored,
	Scored
]);
const ReadRow = z.object({ profile: z.object({ municipality: ProfileMunicipality }), frozen: FrozenParts });

/** A member with the round that stands for it and the versions behind its scores. */
export interface ReadMember extends Member {
	assessmentId: string;
	instrument: z.infer<typeof FrozenParts>[0];
	method: string;
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
	const statement = finding(read);
	let told = 0;
	return rounds.map((round, index) => {
		const member = readMember(round, statement.get({ id: round.id }));
		if ((index + 1) % BATCH === 0 || index + 1 === rounds.length) {
			onBatch(index + 1 - told);
			told = index + 1;
		}
		return member;
	});
}

/** One round at a time: thousands of rows held together would outlive every collection of garbage. */
const finding = prepared((connection) =>
	connection
		.select({ profile: assessment.profile, frozen: jsonParts(assessment.frozen, PARTS) })
		.from(assessment)
		.where(eq(assessment.id, sql.placeholder('id')))
		.prepare()
);

function readMember(round: Round, row: { profile: unknown; frozen: unknown } | undefined): ReadMember {
	const parsed = ReadRow.safeParse(row);
	if (!parsed.success) throw new Error(`Round ${round.id} cannot be read: ${z.prettifyError(parsed.error)}`);
	const { profile, frozen } = parsed.data;
	const { population, kind, state } = profile.municipality;
	const [instrument, method, overall, dimensions, criteria] = frozen;
	const scores: Record<string, number | null> = { overall };
	for (const [measure, { score }] of Object.entries(dimensions)) scores[measure] = score;
	for (const [measure, { score }] of Object.entries(criteria)) scores[measure] = score;
	return { id: round.municipalityKey, assessmentId: round.id, population, kind, state, scores, instrument, method };
}
