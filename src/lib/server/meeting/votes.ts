/** The blind second vote from phones: one ballot for each of them, hidden until the vote has ended, and then deleted. */
import { and, count, eq } from 'drizzle-orm';
import type { Level } from '#lib/domain/answering/rating.ts';
import { voteOutcome } from '#lib/domain/result/vote.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { ballot } from '#lib/server/db/schema-rounds.ts';
import { readRound, type Round } from '#lib/server/rounds/rounds.ts';
import {
	admits,
	changeScreens,
	control,
	deleteBallots,
	readScreens,
	type ControlRefused,
	type Screens
} from './screens.ts';
import { sha256 } from '#lib/server/sha256.ts';

/** Opens a vote on the item that is shown; the one before is forgotten. */
export function openVote(db: Db, roundId: string, userId: string, today: string): Promise<ControlRefused | undefined> {
	return control(db, roundId, userId, ({ writer, screens }) => {
		if (!admits(screens, today)) return { refused: 'noScreens' };
		if (screens.itemId === null) return { refused: 'noItem' };
		if (screens.voting === 'open') return {};
		deleteBallots(writer, roundId);
		return { vote: screens.vote + 1, voting: 'open', counts: null };
	});
}

/** Ends the vote with the ballots at hand; from then on their outcome is told as far as D12 lets it be. */
export function endVote(db: Db, roundId: string, userId: string): Promise<ControlRefused | undefined> {
	return control(db, roundId, userId, ({ writer, round, screens }) =>
		screens.voting === 'open' ? ended(writer, round) : {}
	);
}

function ended(writer: Writer, { id, mode }: Round) {
	const rows = writer.select({ level: ballot.level }).from(ballot).where(eq(ballot.assessmentId, id)).all();
	deleteBallots(writer, id);
	const counts = voteOutcome(
		rows.map(({ level }) => level),
		mode === 'confidential'
	);
	return { voting: 'ended' as const, counts };
}

/** A phone's choice in a vote. */
export interface Choice {
	/** number of the vote that the phone was shown */
	vote: number;
	/** null abstains */
	level: Level | null;
	/** the phone's secret, which is stored nowhere */
	device: string;
	/** by which the phone has joined */
	code: string;
}

/** `over`: the vote has ended, or another has begun. */
export interface BallotRefused {
	refused: 'over';
}

/**
 * Stores a ballot, or replaces the one that the same phone has given in this vote. With the last of all who take part
 * the vote ends.
 * @param expected how many phones take part; undefined where this is not known
 */
export function castBallot(
	db: Db,
	roundId: string,
	{ vote, level, device, code }: Choice,
	{ expected, today }: { expected: number | undefined; today: string }
): Promise<BallotRefused | undefined> {
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		const screens = readScreens(writer, roundId);
		const open = screens?.voting === 'open' && screens.vote === vote && admits(screens, today, code);
		if (!open || round?.phase !== 'consensus') return { refused: 'over' };
		const voter = voterOf(device, roundId, vote);
		writer
			.insert(ballot)
			.values({ assessmentId: roundId, voter, level })
			.onConflictDoUpdate({ target: [ballot.assessmentId, ballot.voter], set: { level } })
			.run();
		const all = expected !== undefined && countBallots(writer, roundId) >= expected;
		changeScreens(writer, roundId, all ? ended(writer, round) : {});
		return undefined;
	});
}

export function countBallots(reader: Reader, roundId: string): number {
	return reader.select({ n: count() }).from(ballot).where(eq(ballot.assessmentId, roundId)).get()?.n ?? 0;
}

/** What a phone has chosen in the vote that is open; undefined where it has not voted. */
export function findBallot(
	db: Db,
	roundId: string,
	{ vote, voting }: Screens,
	device: string
): { level: Level | null } | undefined {
	if (voting !== 'open') return undefined;
	const voter = voterOf(device, roundId, vote);
	return db.read
		.select({ level: ballot.level })
		.from(ballot)
		.where(and(eq(ballot.assessmentId, roundId), eq(ballot.voter, voter)))
		.get();
}

/** Another for each vote, so that two of them cannot be joined; without the phone's secret it leads nowhere. */
function voterOf(device: string, roundId: string, vote: number): string {
	return sha256(`${device} ${roundId} ${vote}`);
}
