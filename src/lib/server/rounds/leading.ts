/** Who leads a meeting and who was there; free text is shown to whoever leads, and to nobody else (D13). */
import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { COMMENTS_MINIMUM } from '#lib/domain/round/round.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { membership } from '#lib/server/db/schema-accounts.ts';
import { meeting } from '#lib/server/db/schema-rounds.ts';
import { findSaid } from './respondents.ts';
import { readRound, refusalUnless, type PhaseRefusal, type Round } from './rounds.ts';

export interface Chair {
	/** account of whoever leads at present */
	leaderId: string | undefined;
	/** D13: as which of the functions that were named beforehand */
	leaderFunction: string | undefined;
	/** as typed */
	attendance: string;
}

export function findChair(db: Db, roundId: string): Chair {
	return readChair(db.read, roundId);
}

function readChair(reader: Reader, roundId: string): Chair {
	const { leaderId, leaderFunction, attendance } = meeting;
	const row = reader
		.select({ leaderId, leaderFunction, attendance })
		.from(meeting)
		.where(eq(meeting.assessmentId, roundId))
		.get();
	return {
		leaderId: row?.leaderId ?? undefined,
		leaderFunction: row?.leaderFunction ?? undefined,
		attendance: row?.attendance ?? ''
	};
}

/** Whether somebody leads the meeting, and still organises for the municipality. */
export function isLeading(db: Db, { id, municipalityKey }: Round, userId: string): boolean {
	const row = db.read
		.select({ role: membership.role })
		.from(meeting)
		.innerJoin(membership, eq(membership.userId, meeting.leaderId))
		.where(
			and(eq(meeting.assessmentId, id), eq(meeting.leaderId, userId), eq(membership.municipalityKey, municipalityKey))
		)
		.get();
	return row?.role === 'organiser';
}

/** Takes over the meeting, as one of the functions that were named beforehand; whoever led it before leads no more. */
export function takeChair(
	db: Db,
	roundId: string,
	userId: string,
	leaderFunction: string,
	today: string
): Promise<PhaseRefusal | { refused: 'notNamed' } | undefined> {
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		const refusal = refusalUnless(round, 'consensus');
		if (refusal || !round) return refusal;
		if (!round.leaders.includes(leaderFunction)) return { refused: 'notNamed' };
		put(writer, roundId, { leaderId: userId, leaderFunction });
		note(writer, { municipalityKey: round.municipalityKey, userId, event: 'meeting_led', subject: roundId }, today);
		return undefined;
	});
}

/** Hands the meeting back; only whoever leads it can. */
export function leaveChair(db: Db, roundId: string, userId: string): Promise<void> {
	return db.write((writer) => {
		if (readChair(writer, roundId).leaderId === userId) put(writer, roundId, { leaderId: null, leaderFunction: null });
	});
}

/** Keeps who was there, as typed for the minutes. */
export function saveAttendance(db: Db, roundId: string, attendance: string): Promise<PhaseRefusal | undefined> {
	return db.write((writer) => {
		const refusal = refusalUnless(readRound(writer, roundId), 'consensus');
		if (!refusal) put(writer, roundId, { attendance });
		return refusal;
	});
}

function put(writer: Writer, assessmentId: string, values: Partial<typeof meeting.$inferInsert>): void {
	writer
		.insert(meeting)
		.values({ assessmentId, ...values })
		.onConflictDoUpdate({ target: meeting.assessmentId, set: values })
		.run();
}

/** D13: `notLeading` and `tooFew` tell why there is nothing. */
export type Comments = string[] | 'notLeading' | 'tooFew';

/**
 * D13: what was written on an item, without role and in another order each time: to whoever leads the meeting, from
 * eight submitted responses on (in an open workshop always), and while it goes on.
 * @param submitted how many responses there are
 */
export function findComments(
	db: Db,
	round: Round,
	{ userId, itemId, submitted }: { userId: string; itemId: string; submitted: number }
): Comments {
	if (round.phase !== 'consensus' || findChair(db, round.id).leaderId !== userId) return 'notLeading';
	if (round.mode === 'confidential' && submitted < COMMENTS_MINIMUM) return 'tooFew';
	const texts = findSaid(db, round, itemId).flatMap(({ answer: { comment, reason } }) =>
		[comment, reason].filter((text) => text !== undefined && text.trim() !== '')
	);
	return shuffled(texts as string[]);
}

function shuffled<T>(list: readonly T[]): T[] {
	const rest = [...list];
	return list.flatMap(() => rest.splice(randomInt(rest.length), 1));
}
