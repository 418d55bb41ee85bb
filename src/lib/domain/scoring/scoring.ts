import type { DimensionId, Instrument, Variant } from '#lib/domain/instrument/instrument.ts';
import { countedOnce, itemResult, tallyOf, type Respondent, type Tally } from './item-result.ts';
import { layoutOf } from './layout.ts';
import type { Decision, Rating } from '#lib/domain/answering/rating.ts';
import type { AssessmentResult } from './result.ts';
import { scoreSheet, type ScoreSheet } from './score-sheet.ts';
import { resultOf } from './sheet-result.ts';

/** What is assessed: the whole questionnaire, its core items, or one dimension of either (M17). */
export interface Extent {
	variant: Variant;
	scope?: DimensionId | undefined;
}

/** Everything that scores depend on. Ids that the instrument does not know in this extent are ignored. */
export interface AssessmentInput extends Extent {
	mode: 'solo' | 'team';
	respondents: readonly Respondent[];
	/** M2 (c); a solo check has none */
	consensus: Readonly<Record<string, Decision | undefined>>;
	/** items whose levels D12 holds back; they have no result without a decision */
	masked?: ReadonlySet<string>;
}

/** M2–M8, M10: the scores of an assessment. */
export function scoreAssessment(instrument: Instrument, input: AssessmentInput): AssessmentResult {
	return resultOf(sheetOf(instrument, input));
}

/** The input of a solo check: one person's ratings. */
export function soloInput(extent: Extent, ratings: Readonly<Record<string, Rating | undefined>>): AssessmentInput {
	return { ...extent, mode: 'solo', respondents: [{ id: 'solo', role: null, ratings }], consensus: {} };
}

/** The same from what a closed round still knows: per item how many gave a level and their sum (M15), masked by D12. */
export function scoreTallies(
	instrument: Instrument,
	extent: Extent,
	tallies: Readonly<Record<string, Tally | undefined>>,
	consensus: AssessmentInput['consensus']
): AssessmentResult {
	const layout = layoutOf(instrument, extent.variant, extent.scope);
	const results = layout.items.map((item) => itemResult(tallies[item] ?? NOBODY, consensus[item]));
	return resultOf(scoreSheet(layout, results));
}

const NOBODY: Tally = { levels: 0, sum: 0, notApplicable: 0 };

/** The scores by index, without the names: for many assessments at once. */
export function sheetOf(instrument: Instrument, input: AssessmentInput): ScoreSheet {
	const layout = layoutOf(instrument, input.variant, input.scope);
	const respondents = countedOnce(input.respondents);
	const decisions = input.mode === 'team' ? input.consensus : undefined;
	const results = layout.items.map((item) => {
		const tally = tallyOf(respondents, item);
		if (input.masked?.has(item)) tally.sum = null;
		return itemResult(tally, decisions?.[item]);
	});
	return scoreSheet(layout, results);
}
