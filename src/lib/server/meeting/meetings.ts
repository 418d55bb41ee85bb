/** The consensus meeting of a round: its agenda and what it decides. Answers are read only once collecting has ended (D12). */
import { eq } from 'drizzle-orm';
import { FrozenTeam } from '#lib/domain/result/frozen.ts';
import { itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { unsettled, type DecisionEntry, type MeetingItem, type Settlement } from '#lib/domain/meeting/meeting.ts';
import type { Decision } from '#lib/domain/answering/rating.ts';
import type { RoundAnswers } from '#lib/domain/result/round-answers.ts';
import { findSameItems } from '#lib/instruments/index.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { decision } from '#lib/server/db/schema-rounds.ts';
import { findRoundAnswers } from '#lib/server/rounds/round-answers.ts';
import { findLastClosed, readRound, refusalUnless, type PhaseRefusal, type Round } from '#lib/server/rounds/rounds.ts';
import { changeScreens } from './screens.ts';

/** What is stored on an item; `settlement` is null after an undo, which keeps what was typed. */
export interface StoredDecision {
	/** counts up with every change */
	revision: number;
	settlement: Settlement | null;
	reason: string;
	dissent: string;
}

export interface Meeting {
	/** M12: first the agenda in its order, then the others */
	items: MeetingItem[];
	decisions: ReadonlyMap<string, StoredDecision>;
	/** items of the agenda that still hold up closing */
	open: string[];
	/** how many responses were submitted */
	submitted: number;
}

/** The meeting of a round; empty before collecting has ended. @param instrument the round's own */
export async function findMeeting(db: Db, round: Round, instrument: Instrument): Promise<Meeting> {
	return meetingOf(db.read, round, await findRoundAnswers(db, round, instrument));
}

/** The same as it stands on this connection, within a write job for instance. */
export function meetingOf(reader: Reader, { id }: Round, { items, submitted }: RoundAnswers): Meeting {
	const decisions = readDecisions(reader, id);
	const settled = new Set([...decisions].flatMap(([item, { settlement }]) => (settlement === null ? [] : [item])));
	return { items, decisions, open: unsettled(items, settled), submitted };
}

export function readDecisions(reader: Reader, roundId: string): Map<string, StoredDecision> {
	const { itemId, revision, reason, dissent } = decision;
	const rows = reader
		.select({ itemId, revision, reason, dissent, settlement: decision.decision })
		.from(decision)
		.where(eq(decision.assessmentId, roundId))
		.orderBy(itemId)
		.all();
	return new Map(rows.map(({ itemId: item, ...stored }) => [item, stored]));
}

/** `conflict`: somebody else has decided meanwhile; `stored` is what stands now, and nothing was overwritten. */
export type DecideRefused = PhaseRefusal | { refused: 'conflict'; stored: StoredDecision } | { refused: 'unknownItem' };

/** Where a decision is typed: on which state of which item. */
export interface DecisionPlace {
	itemId: string;
	/** revision that the form was filled in on; 0 where nothing was stored */
	revision: number;
}

/**
 * Settles an item. Of two decisions on the same state the first one wins; the same one sent twice counts once.
 * @param instrument the round's own, so that only what it asks can be settled
 */
export function decide(
	db: Db,
	roundId: string,
	place: DecisionPlace,
	entry: DecisionEntry,
	instrument: Instrument
): Promise<DecideRefused | undefined> {
	return change(db, roundId, place, instrument, () => entry);
}

/** Takes a settlement back and keeps what was typed, so that it can be mended. */
export function undoDecision(
	db: Db,
	roundId: string,
	place: DecisionPlace,
	instrument: Instrument
): Promise<DecideRefused | undefined> {
	return change(db, roundId, place, instrument, (stored) => ({
		settlement: null,
		reason: stored?.reason ?? '',
		dissent: stored?.dissent ?? ''
	}));
}

type Settled = Omit<StoredDecision, 'revision'>;

function change(
	db: Db,
	roundId: string,
	{ itemId, revision }: DecisionPlace,
	instrument: Instrument,
	settle: (stored: StoredDecision | undefined) => Settled
): Promise<DecideRefused | undefined> {
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		const refusal = refusalUnless(round, 'consensus');
		if (refusal || !round) return refusal;
		if (!itemsOf(instrument, round.variant, round.scope).some(({ id }) => id === itemId))
			return { refused: 'unknownItem' };
		const stored = readDecisions(writer, roundId).get(itemId);
		const next = settle(stored);
		if (stored && isSame(stored, next)) return undefined;
		if ((stored?.revision ?? 0) !== revision) return stored ? { refused: 'conflict', stored } : { refused: 'unknown' };
		put(writer, roundId, itemId, { ...next, revision: revision + 1 });
		changeScreens(writer, roundId);
		return undefined;
	});
}

function isSame(stored: Settled, next: Settled): boolean {
	const { settlement, reason, dissent } = next;
	return stored.settlement === settlement && stored.reason === reason && stored.dissent === dissent;
}

function put(writer: Writer, assessmentId: string, itemId: string, stored: StoredDecision): void {
	const { settlement, ...values } = stored;
	writer
		.insert(decision)
		.values({ assessmentId, itemId, decision: settlement, ...values })
		.onConflictDoUpdate({
			target: [decision.assessmentId, decision.itemId],
			set: { decision: settlement, ...values }
		})
		.run();
}

/**
 * Accepts in one step all items that are not on the agenda and not settled; their means stand (M2). Resolves with how
 * many these were.
 */
export async function acceptOthers(db: Db, roundId: string, instrument: Instrument): Promise<number | PhaseRefusal> {
	const found = readRound(db.read, roundId);
	if (!found) return { refused: 'unknown' };
	const answers = await findRoundAnswers(db, found, instrument);
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		const refusal = refusalUnless(round, 'consensus');
		if (refusal || !round) return refusal ?? { refused: 'unknown' };
		const { items, decisions } = meetingOf(writer, round, answers);
		const others = items.filter(
			({ item, reasons }) => reasons.length === 0 && (decisions.get(item)?.settlement ?? null) === null
		);
		for (const { item } of others) {
			const { revision, reason, dissent } = decisions.get(item) ?? { revision: 0, reason: '', dissent: '' };
			put(writer, roundId, item, { settlement: 'accepted', revision: revision + 1, reason, dissent });
		}
		changeScreens(writer, roundId);
		return others.length;
	});
}

/** What the round that was closed last decided on the item that asks the same (M16); undefined where it did not. */
export function lastDecision(
	db: Db,
	round: Round,
	itemId: string
): { title: string; decision: Decision; reason: string } | undefined {
	const last = findLastClosed(db, round.municipalityKey);
	if (!last || last.instrumentId !== round.instrumentId) return undefined;
	const same = findSameItems(round.instrumentId, last.instrumentVersion, round.instrumentVersion);
	const [earlier] = [...(same ?? [])].find(([, later]) => later === itemId) ?? [];
	const { data: frozen } = FrozenTeam.safeParse(last.frozen);
	const found = earlier === undefined ? undefined : frozen?.inputs.decisions[earlier];
	return found && { title: last.title, ...found };
}
