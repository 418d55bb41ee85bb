/** What everybody who submitted said, as the rules for teams take it. Nothing of it exists before collecting has ended (D12). */
import { and, eq, isNotNull } from 'drizzle-orm';
import { answersById, criterionAnswer, ratingOf, ratingsOf, type Answers } from '#lib/domain/answering.ts';
import type { ImportanceCounts } from '#lib/domain/importance.ts';
import { criteriaOf, itemsOfCriterion, type Instrument } from '#lib/domain/instrument.ts';
import type { Respondent } from '#lib/domain/item-result.ts';
import type { ItemAnswer, Rating } from '#lib/domain/rating.ts';
import type { Db, Reader } from './db/open.ts';
import { response, responseAnswer } from './db/schema-rounds.ts';
import { readRoles, type Round } from './rounds.ts';

export interface SubmittedResponse extends Respondent {
	answers: Answers;
}

/** All submitted responses of a round in the order of their random ids; none while it still collects. */
export function readSubmitted(reader: Reader, round: Round, instrument: Instrument): SubmittedResponse[] {
	if (!hasEnded(round)) return [];
	const answers = answersOfAll(reader, round.id);
	const rows = reader
		.select({ key: response.key, role: response.role })
		.from(response)
		.where(and(eq(response.assessmentId, round.id), isNotNull(response.submittedOn)))
		.orderBy(response.key)
		.all();
	const asked = askedOf(round, instrument, readRoles(reader, round.id));
	return rows.map(({ key, role }) => {
		const own = answers.get(key) ?? new Map();
		return {
			...{ id: key, role, answers: own },
			ratings: ratingsOf(own, round.mode === 'confidential'),
			asked: asked(role, own)
		};
	});
}

function hasEnded({ phase }: Round): boolean {
	return phase === 'consensus' || phase === 'closed';
}

function answersOfAll(reader: Reader, roundId: string): Map<string, Answers> {
	const { questionId, revision, value } = responseAnswer;
	const rows = reader
		.select({ key: responseAnswer.responseKey, questionId, revision, value })
		.from(response)
		.innerJoin(responseAnswer, eq(responseAnswer.responseKey, response.key))
		.where(eq(response.assessmentId, roundId))
		.all();
	const grouped = [...Map.groupBy(rows, ({ key }) => key)];
	return new Map(grouped.map(([key, own]) => [key, answersById(own.map((one) => ({ ...one, toBeConfirmed: false })))]));
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
	for (const { answers } of submitted) {
		const { importance } = criterionAnswer(answers, criterionId);
		if (importance !== undefined) counts[importance - 1] = (counts[importance - 1] ?? 0) + 1;
	}
	return counts;
}
