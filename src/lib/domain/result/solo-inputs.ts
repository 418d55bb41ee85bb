import { answersById, type Answers } from '#lib/domain/answering/answering.ts';
import type { SoloInputs } from './frozen.ts';
import { criteriaOf, itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { CriterionAnswer, ItemAnswer } from '#lib/domain/answering/rating.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';

/** M15: the answers of a solo check to what it asks; one that is still to be confirmed is none. */
export function soloInputs(instrument: Instrument, { variant, scope }: Extent, answers: Answers): SoloInputs {
	return {
		items: confirmed<ItemAnswer>(itemsOf(instrument, variant, scope), answers),
		criteria: confirmed<CriterionAnswer>(criteriaOf(instrument, scope), answers)
	};
}

/** The answers that a finished check was scored from, the way an open one has them. */
export function frozenAnswers({ items, criteria }: SoloInputs): Answers {
	const values = Object.entries({ ...items, ...criteria });
	return answersById(values.map(([questionId, value]) => ({ questionId, revision: 1, value, toBeConfirmed: false })));
}

function confirmed<Value>(questions: readonly { id: string }[], answers: Answers): Record<string, Value> {
	const values: Record<string, Value> = {};
	for (const { id } of questions) {
		const stored = answers.get(id);
		if (stored && !stored.toBeConfirmed) values[id] = stored.value as Value;
	}
	return values;
}
