/** One dimension of a result with its criteria and answers, in one language. */
import { criterionAnswer, itemAnswer } from '#lib/domain/answering/answering.ts';
import { answerState, type AnswerState } from './findings-answers.ts';
import {
	itemsOf,
	itemsOfCriterion,
	pick,
	type Criterion,
	type Dimension,
	type DimensionId,
	type Item,
	type Locale
} from '#lib/domain/instrument/instrument.ts';
import { criterionIdOf } from '#lib/domain/answering/question.ts';
import type { CriterionAnswer, Level } from '#lib/domain/answering/rating.ts';
import type { CriterionResult, DimensionResult } from '#lib/domain/scoring/result.ts';
import type { ResultSource } from './source.ts';
import { roundedLevel } from '#lib/domain/scoring/rounding.ts';

/** An answered item, with the text of the level that was chosen. */
export interface ItemView {
	id: string;
	statement: string;
	state: AnswerState;
	level?: Level;
	text?: string;
	reason?: string;
	/** grade 0–3 */
	evidence?: number;
	comment?: string;
}

export interface CriterionView extends CriterionResult, Pick<CriterionAnswer, 'importance' | 'target' | 'targetYear'> {
	id: string;
	name: string;
	dimension: DimensionId;
	items: ItemView[];
}

/** M8: an item to raise, with the steps from its rounded level up to the one that is missing. */
export interface MissingView {
	item: string;
	criterion: string;
	statement: string;
	from: Level;
	steps: string[];
}

export interface DimensionView extends Omit<DimensionResult, 'missing' | 'shown'> {
	id: DimensionId;
	name: string;
	missing: MissingView[];
	criteria: CriterionView[];
}

export function dimensionView(dimension: Dimension, source: ResultSource, locale: Locale): DimensionView {
	const { score, stage, percent, lower, upper, missing } = source.result.dimensions[dimension.id] ?? NOTHING;
	return {
		id: dimension.id,
		name: pick(dimension.name, locale),
		...{ score, stage, percent, lower, upper },
		missing: stage === null ? [] : missing.flatMap((id) => missingView(id, stage + 1, source, locale)),
		criteria: dimension.criteria.map((criterion) => criterionView(criterion, dimension.id, source, locale))
	};
}

const NOTHING: DimensionResult = {
	score: null,
	stage: null,
	missing: [],
	lower: null,
	upper: null,
	shown: null,
	percent: null
};

function missingView(id: string, stage: number, source: ResultSource, locale: Locale): MissingView[] {
	const item = itemsOf(source.instrument, source.variant, source.scope).find((one) => one.id === id);
	const value = source.result.items[id]?.value ?? null;
	if (!item || value === null) return [];
	const from = roundedLevel(value);
	return [
		{
			item: id,
			criterion: criterionIdOf(id),
			statement: pick(item.statement, locale),
			from,
			steps: item.next.slice(from - 1, stage - 1).map((step) => pick(step, locale))
		}
	];
}

function criterionView(
	criterion: Criterion,
	dimension: DimensionId,
	source: ResultSource,
	locale: Locale
): CriterionView {
	const { importance, target, targetYear } = criterionAnswer(source.answers, criterion.id);
	return {
		id: criterion.id,
		name: pick(criterion.name, locale),
		dimension,
		...(source.result.criteria[criterion.id] ?? UNRATED),
		...(importance !== undefined && { importance }),
		...(target !== undefined && { target }),
		...(targetYear !== undefined && { targetYear }),
		items: itemsOfCriterion(criterion, source.variant).map((item) => itemView(item, source, locale))
	};
}

const UNRATED: CriterionResult = {
	score: null,
	notApplicable: false,
	applicable: 0,
	rated: 0,
	lower: null,
	upper: null
};

function itemView(item: Item, { answers }: ResultSource, locale: Locale): ItemView {
	const { rating, reason, evidence, comment } = itemAnswer(answers, item.id);
	const text = typeof rating === 'number' ? item.levels[rating - 1] : undefined;
	return {
		id: item.id,
		statement: pick(item.statement, locale),
		state: answerState(answers, item.id),
		...(typeof rating === 'number' && { level: rating }),
		...(text && { text: pick(text, locale) }),
		...(rating === 'notApplicable' && reason && { reason }),
		...(evidence && { evidence }),
		...(comment && { comment })
	};
}
