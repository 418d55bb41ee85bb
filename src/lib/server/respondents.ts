/** What everybody who submitted said, as the rules for teams take it. Nothing of it exists before collecting has ended (D12). */
import { and, eq, isNotNull } from 'drizzle-orm';
import { answersById, criterionAnswer, ratingsOf, type Answers } from '#lib/domain/answering.ts';
import type { ImportanceCounts } from '#lib/domain/importance.ts';
import { criteriaOf, itemsOfCriterion, type Instrument } from '#lib/domain/instrument.ts';
import type { Respondent } from '#lib/domain/item-result.ts';
import type { Db } from './db/open.ts';
import { response, responseAnswer } from './db/schema-rounds.ts';
import { findRoles, type Round } from './rounds.ts';

export interface SubmittedResponse extends Respondent {
	/** D11: in an open workshop only */
	name: string | undefined;
	answers: Answers;
}

/** All submitted responses of a round in the order of their random ids; none while it still collects. */
export function findSubmitted(db: Db, round: Round, instrument: Instrument): SubmittedResponse[] {
	if (round.phase !== 'consensus' && round.phase !== 'closed') return [];
	const answers = answersOfAll(db, round.id);
	const rows = db.read
		.select({ key: response.key, role: response.role, name: response.name })
		.from(response)
		.where(and(eq(response.assessmentId, round.id), isNotNull(response.submittedOn)))
		.orderBy(response.key)
		.all();
	const asked = askedOf(round, instrument, findRoles(db, round.id));
	return rows.map(({ key, role, name }) => {
		const own = answers.get(key) ?? new Map();
		return {
			...{ id: key, role, answers: own },
			name: name ?? undefined,
			ratings: ratingsOf(own, round.mode === 'confidential'),
			asked: asked(role, own)
		};
	});
}

function answersOfAll(db: Db, roundId: string): Map<string, Answers> {
	const { questionId, revision, value } = responseAnswer;
	const rows = db.read
		.select({ key: responseAnswer.responseKey, questionId, revision, value })
		.from(response)
		.innerJoin(responseAnswer, eq(responseAnswer.responseKey, response.key))
		.where(eq(response.assessmentId, roundId))
		.all();
	const grouped = [...Map.groupBy(rows, ({ key }) => key)];
	return new Map(grouped.map(([key, own]) => [key, answersById(own.map((one) => ({ ...one, toBeConfirmed: false })))]));
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
