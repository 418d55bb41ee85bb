/** What the screens of a meeting are to show: the code by which they join, the item that is open, the vote on it. */
import { randomBytes } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { MEETING_CODE_LENGTH, meetingCodeFrom } from '#lib/domain/meeting/meeting-code.ts';
import { forgetAttending } from './attending.ts';
import { stopClock } from './clocks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { ballot, meeting } from '#lib/server/db/schema-rounds.ts';
import { readRound, refusalUnless, type PhaseRefusal, type Round } from '#lib/server/rounds/rounds.ts';

/** A meeting as its screens have it. */
export type Screens = Omit<typeof meeting.$inferSelect, 'assessmentId' | 'leaderFunction' | 'attendance'>;

/** `notLeading`: somebody else leads, or nobody; `noScreens`: none are let in at present. */
export type ControlRefused = PhaseRefusal | { refused: 'notLeading' | 'noScreens' | 'unknownItem' | 'noItem' };

export function readScreens(reader: Reader, roundId: string): Screens | undefined {
	return finding(reader).get({ roundId });
}

const finding = prepared((connection) => {
	const { leaderId, code, codeUntil, version, itemId, vote, voting, counts } = meeting;
	return connection
		.select({ leaderId, code, codeUntil, version, itemId, vote, voting, counts })
		.from(meeting)
		.where(eq(meeting.assessmentId, sql.placeholder('roundId')))
		.prepare();
});

/** Whether screens that joined by this code are let in today; without one, whether any are. */
export function admits(screens: Screens | undefined, today: string, code = screens?.code ?? ''): boolean {
	return screens !== undefined && code !== '' && screens.code === code && (screens.codeUntil ?? '') >= today;
}

/** The round of a meeting that lets screens in by this code today. */
export function findRoundByCode(db: Db, code: string, today: string): Round | undefined {
	const row = db.read.select({ id: meeting.assessmentId }).from(meeting).where(eq(meeting.code, code)).get();
	if (!row || !admits(readScreens(db.read, row.id), today, code)) return undefined;
	const round = readRound(db.read, row.id);
	return round?.phase === 'consensus' ? round : undefined;
}

/** A step of whoever leads the meeting. */
type Change = Partial<Omit<typeof meeting.$inferInsert, 'assessmentId'>>;
interface Controlled {
	writer: Writer;
	round: Round;
	screens: Screens;
}

/** What a new item, or none, has of the one before. */
const NOTHING_SHOWN = { itemId: null, voting: null, counts: null } satisfies Change;

const NOBODY_IN = { code: null, codeUntil: null, ...NOTHING_SHOWN } satisfies Change;

/** Lets projector and phones in by a new code, until the end of this day; whoever was in is out. */
export function admitScreens(
	db: Db,
	roundId: string,
	userId: string,
	today: string
): Promise<ControlRefused | undefined> {
	return control(db, roundId, userId, ({ writer }) => {
		stopClock(roundId);
		forgetAttending(roundId);
		deleteBallots(writer, roundId);
		return { code: freeCode(writer), codeUntil: today, ...NOTHING_SHOWN };
	});
}

/** Breaks the meeting off: screens show no more, an open vote is dropped, and the code is gone. */
export function dismissScreens(db: Db, roundId: string, userId: string): Promise<ControlRefused | undefined> {
	return control(db, roundId, userId, ({ writer }) => {
		stopClock(roundId);
		forgetAttending(roundId);
		deleteBallots(writer, roundId);
		return NOBODY_IN;
	});
}

/** Within a job that ends the meeting. */
export function letNobodyIn(writer: Writer, roundId: string): void {
	deleteBallots(writer, roundId);
	changeScreens(writer, roundId, NOBODY_IN);
}

/** Opens an item on the screens; a vote on another one is dropped. @param instrument the round's own */
export function showItem(
	db: Db,
	roundId: string,
	{ userId, itemId, today }: { userId: string; itemId: string; today: string },
	instrument: Instrument
): Promise<ControlRefused | undefined> {
	return control(db, roundId, userId, ({ writer, round, screens }) => {
		if (!admits(screens, today)) return { refused: 'noScreens' };
		const asked = itemsOf(instrument, round.variant, round.scope).some(({ id }) => id === itemId);
		if (!asked) return { refused: 'unknownItem' };
		if (screens.itemId === itemId) return {};
		stopClock(roundId);
		deleteBallots(writer, roundId);
		return { ...NOTHING_SHOWN, itemId };
	});
}

/** One job of whoever leads; what screens show counts up with it. */
export function control(
	db: Db,
	roundId: string,
	userId: string,
	step: (controlled: Controlled) => Change | ControlRefused
): Promise<ControlRefused | undefined> {
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		const refusal = refusalUnless(round, 'consensus');
		if (refusal || !round) return refusal;
		const screens = readScreens(writer, roundId);
		if (!screens || screens.leaderId !== userId) return { refused: 'notLeading' };
		const change = step({ writer, round, screens });
		if ('refused' in change) return change;
		changeScreens(writer, roundId, change);
		return undefined;
	});
}

/** Within a job: stores what screens show, and counts up. */
export function changeScreens(writer: Writer, roundId: string, change: Change = {}): void {
	writer
		.update(meeting)
		.set({ ...change, version: sql`${meeting.version} + 1` })
		.where(eq(meeting.assessmentId, roundId))
		.run();
}

export function deleteBallots(writer: Writer, roundId: string): void {
	writer.delete(ballot).where(eq(ballot.assessmentId, roundId)).run();
}

/** A code that no meeting has; what an earlier day has left is no obstacle for long, being one of a thousand million. */
function freeCode(writer: Writer): string {
	for (;;) {
		const code = meetingCodeFrom(randomBytes(MEETING_CODE_LENGTH));
		if (
			!writer
				.select({ code: meeting.code })
				.from(meeting)
				.where(and(eq(meeting.code, code)))
				.get()
		)
			return code;
	}
}
