/** The hurdles that people named in a round. Nothing of it exists before collecting has ended (D12). */
import { and, eq, isNotNull } from 'drizzle-orm';
import type { HurdleAnswer } from '#lib/domain/answering/hurdle.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { HURDLES_QUESTION } from '#lib/domain/answering/question.ts';
import { shownHurdles, teamHurdles, type ShownHurdle, type TeamHurdle } from '#lib/domain/result/team-hurdles.ts';
import type { Db } from '#lib/server/db/open.ts';
import { response, responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { frozenRound } from './round-results.ts';
import type { Round } from './rounds.ts';

/**
 * What the municipality may see of them, all roles together; undefined while the round collects.
 * @param instrument the round's own
 */
export function findTeamHurdles(db: Db, round: Round, instrument: Instrument): TeamHurdle[] | undefined {
	if (round.phase !== 'consensus' && round.phase !== 'closed') return undefined;
	const own = and(eq(responseAnswer.responseKey, response.key), eq(responseAnswer.questionId, HURDLES_QUESTION));
	const rows = db.read
		.select({ value: responseAnswer.value })
		.from(response)
		.innerJoin(responseAnswer, own)
		.where(and(eq(response.assessmentId, round.id), isNotNull(response.submittedOn)))
		.all();
	const people = rows.map(({ value }) => (value as HurdleAnswer).hurdles);
	const ids = instrument.hurdles.map(({ id }) => id);
	return teamHurdles(ids, people, round.mode === 'confidential');
}

/**
 * The hurdles of a closed round that are shown, those named most first: as frozen with it, since the responses go (D16).
 * @param instrument the round's own
 */
export function findShownHurdles(db: Db, round: Round, instrument: Instrument): ShownHurdle[] {
	if (round.phase !== 'closed') return [];
	return frozenRound(round).inputs.hurdles ?? shownHurdles(findTeamHurdles(db, round, instrument) ?? []);
}
