/** What everybody who submitted said, as the rules for teams take it. Nothing of it exists before collecting has ended (D12). */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { answersById, criterionAnswer, ratingOf, ratingsOf, type Answers } from '#lib/domain/answering/answering.ts';
import type { ImportanceCounts } from '#lib/domain/answering/importance.ts';
import { criteriaOf, itemsOfCriterion, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Importance, ItemAnswer, Rating } from '#lib/domain/answering/rating.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { response, responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { readRoles, type Round } from './rounds.ts';

export interface SubmittedResponse extends Respondent {
	/** by criterion */
	importance: ReadonlyMap<string, Importance>;
}

/** All submitted responses of a round in the order of their random ids; none while it still collects. */
export function readSubmitted(reader: Reader, round: Round, instrument: Instrument): SubmittedResponse[] {
	if (!hasEnded(round)) return [];
	const rows = reader
		.select({ key: response.key, role: response.role })
		.from(response)
		.where(and(eq(response.assessmentId, round.id), isNotNull(response.submittedOn)))
		.orderBy(response.key)
		.all();
	const asked = askedOf(round, instrument, readRoles(reader, round.id));
	// One after the other, so that only what counts of each is held in memory.
	return rows.map(({ key, role }) => {
		const own = readAnswers(reader, key);
		return {
			...{ id: key, role },
			ratings: ratingsOf(own, round.mode === 'confidential'),
			importance: importancesOf(instrument, round, own),
			asked: asked(role, own)
		};
	});
}

function hasEnded({ phase }: Round): boolean {
	return phase === 'consensus' || phase === 'closed';
}

function readAnswers(reader: Reader, key: string): Answers {
	const rows = reading(reader).all({ key });
	return answersById(rows.map((one) => ({ ...one, toBeConfirmed: false })));
}

const reading = prepared((connection) =>
	connection
		.select({
			questionId: responseAnswer.questionId,
			revision: responseAnswer.revision,
			value: responseAnswer.value
		})
		.from(responseAnswer)
		.where(eq(responseAnswer.responseKey, sql.placeholder('key')))
		.prepare()
);

function importancesOf(instrument: Instrument, { scope }: Round, own: Answers): Map<string, Importance> {
	return new Map(
		criteriaOf(instrument, scope).flatMap(({ id }) => {
			const { importance } = criterionAnswer(own, id);
			return importance === undefined ? [] : [[id, importance] as const];
		})
	);
}

/** What one person said on one item. */
export interface SaidOnItem {
	/** D11: in an open workshop only */
	name: string | undefined;
	/** M1: as far as it counts */
	rating: Rating | undefined;
	answer: ItemAnswer;
}

/** What everybody who answered an item said, in the order of their random ids; none while the round still collects. */
export function findSaid(db: Db, round: Round, itemId: string): SaidOnItem[] {
	if (!hasEnded(round)) return [];
	const rows = db.read
		.select({ name: response.name, value: responseAnswer.value })
		.from(response)
		.innerJoin(responseAnswer, and(eq(responseAnswer.responseKey, response.key), eq(responseAnswer.questionId, itemId)))
		.where(and(eq(response.assessmentId, round.id), isNotNull(response.submittedOn)))
		.orderBy(response.key)
		.all();
	return rows.map(({ name, value }) => ({
		name: name ?? undefined,
		rating: ratingOf({ questionId: itemId, revision: 1, value, toBeConfirmed: false }, round.mode === 'confidential'),
		answer: value as ItemAnswer
	}));
}

/**
 * M12: the items that somebody was asked. Where the role is not known (D14), these are taken to be those of the criteria
 * that were answered at all.
 */
function askedOf(round: Round, instrument: Instrument, roles: { role: string; criteria: string[] }[]) {
	const all = criteriaOf(instrument, round.scope).map((criterion) => ({
		id: criterion.id,
		items: itemsOfCriterion(criterion, round.variant).map(({ id }) => id)
	}));
	return (role: string | null, own: Answers): ReadonlySet<string> => {
		const known = roles.find((one) => one.role === role)?.criteria;
		const asked = all.filter(({ id, items }) => known?.includes(id) ?? [id, ...items].some((one) => own.has(one)));
		return new Set(asked.flatMap(({ items }) => items));
	};
}

/** M9: how many rated the importance of a criterion how. */
export function importanceOf(submitted: readonly SubmittedResponse[], criterionId: string): ImportanceCounts {
	const counts: ImportanceCounts = [0, 0, 0, 0];
	for (const { importance } of submitted) {
		const grade = importance.get(criterionId);
		if (grade !== undefined) counts[grade - 1] = (counts[grade - 1] ?? 0) + 1;
	}
	return counts;
}
