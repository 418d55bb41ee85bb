/** What the answers of a round come to: calculated once collecting has ended, and kept in memory as it cannot change. */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { criteriaOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import { answersOfRound, type RoundAnswers } from '#lib/domain/result/round-answers.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { response } from '#lib/server/db/schema-rounds.ts';
import { importanceOf, readSubmitted } from './respondents.ts';
import type { Round } from './rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { runInWorker } from '#lib/server/worker.ts';

/** So many responses are calculated within a page; more would keep others waiting, and go to a thread. */
const AT_ONCE = 60;
/** So many rounds are kept; the one that was not asked for longest goes first. */
const KEPT = 50;

/** What `answersOfRound` gives before collecting has ended (D12). */
const NOTHING: RoundAnswers = {
	submitted: 0,
	items: [],
	inputs: { respondents: 0, items: {}, criteria: {}, intervals: {} }
};

interface Kept {
	/** as long as so many responses are there; retention deletes them (D16) */
	submitted: number;
	answers: Promise<RoundAnswers>;
}

const kept = new WeakMap<Reader, Map<string, Kept>>();

/** What the thread is told. */
export interface RoundAnswersOrder {
	file: string;
	roundId: string;
	/** the round's own; reading all texts once more would take longer than the work */
	instrument: Instrument;
}

/** Nothing before collecting has ended. @param instrument the round's own */
export function findRoundAnswers(db: Db, round: Round, instrument: Instrument): Promise<RoundAnswers> {
	if (round.phase === 'draft' || round.phase === 'collecting') return Promise.resolve(NOTHING);
	const known = kept.get(db.read) ?? new Map<string, Kept>();
	kept.set(db.read, known);
	const submitted = countSubmitted(db.read, round.id);
	const found = known.get(round.id);
	const current =
		found?.submitted === submitted ? found : { submitted, answers: calculate(db, round, instrument, submitted) };
	known.delete(round.id);
	known.set(round.id, current);
	const [oldest] = known.keys();
	if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
	current.answers.catch(() => known.delete(round.id));
	return current.answers;
}

async function calculate(db: Db, round: Round, instrument: Instrument, submitted: number): Promise<RoundAnswers> {
	if (submitted <= AT_ONCE) return readRoundAnswers(db.read, round, instrument);
	const order: RoundAnswersOrder = { file: db.file, roundId: round.id, instrument };
	return runInWorker<RoundAnswers>('rounds/round-answers-worker', order);
}

/** Calculates it from the responses. @param instrument the round's own */
export function readRoundAnswers(reader: Reader, round: Round, instrument: Instrument): RoundAnswers {
	const { variant, scope, mode, seed } = round;
	const respondents = readSubmitted(reader, round, instrument);
	const importance = criteriaOf(instrument, scope).map(({ id }) => [id, importanceOf(respondents, id)] as const);
	return answersOfRound(
		instrument,
		{
			variant,
			...(scope && { scope }),
			confidential: mode === 'confidential',
			respondents,
			importance: Object.fromEntries(importance)
		},
		mulberry32(seedOf(sha256(seed)))
	);
}

function countSubmitted(reader: Reader, roundId: string): number {
	return counting(reader).get({ roundId })?.submitted ?? 0;
}

const counting = prepared((connection) =>
	connection
		.select({ submitted: sql<number>`count(*)` })
		.from(response)
		.where(and(eq(response.assessmentId, sql.placeholder('roundId')), isNotNull(response.submittedOn)))
		.prepare()
);
