/** Everything that a result page shows, in one language and in the order of reading; a page carries nothing else. */
import { countAnswers, type AnswerCounts } from './findings-answers.ts';
import { criteriaFinding, type CriteriaFinding } from './findings-criteria.ts';
import { nextSteps, type Step } from './findings-steps.ts';
import { headlineOf, uncertainties, type Headline, type Uncertainty } from './findings.ts';
import { criteriaOf, itemsOf, pick, type DimensionId, type Locale } from '#lib/domain/instrument/instrument.ts';
import type { Priority } from '#lib/domain/scoring/priorities.ts';
import type { ResultSource } from './source.ts';
import { dimensionView, type DimensionView } from './view-dimension.ts';
import type { Robustness } from '#lib/domain/scoring/robustness.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';

export interface StepView extends Step {
	criterionName: string;
	statement: string;
	/** what to do, from the instrument */
	action: string;
}

export interface ResultView {
	variant: Extent['variant'];
	/** the one dimension that was assessed */
	scope: DimensionId | undefined;
	/** names of the levels and stages; index 0 is 1 */
	levels: string[];
	/** names of the evidence grades 0–3 */
	evidence: string[];
	/** names of the grades of importance; index 0 is 1 */
	importance: string[];
	headline: Headline;
	uncertain: Uncertainty[];
	counts: AnswerCounts;
	dimensions: DimensionView[];
	/** M5, with its span */
	overall: { score: number; span: number } | null;
	steps: StepView[];
	finding: CriteriaFinding;
	priorities: Priority[];
	robustness: Robustness | null;
}

/** The view of a result in one language. */
export function resultView(source: ResultSource, locale: Locale): ResultView {
	const { instrument, variant, scope, result, priorities, robustness, answers } = source;
	const items = itemsOf(instrument, variant, scope);
	const names = (list: readonly { name: { de: string; en: string } }[]) => list.map(({ name }) => pick(name, locale));
	return {
		variant,
		scope,
		levels: names(instrument.levels),
		evidence: names(instrument.evidence_grades),
		importance: names(instrument.importance),
		headline: headlineOf(result),
		uncertain: uncertainties(result),
		counts: countAnswers(
			answers,
			items.map(({ id }) => id)
		),
		dimensions: instrument.dimensions
			.filter(({ id }) => !scope || id === scope)
			.map((dimension) => dimensionView(dimension, source, locale)),
		overall: result.overall === null || result.span === null ? null : { score: result.overall, span: result.span },
		steps: nextSteps(instrument, source, result, priorities).map((step) => stepView(step, source, locale)),
		finding: criteriaFinding(result),
		priorities: [...priorities],
		robustness
	};
}

function stepView(step: Step, { instrument, variant, scope }: ResultSource, locale: Locale): StepView {
	const criterion = criteriaOf(instrument).find(({ id }) => id === step.criterion);
	const item = itemsOf(instrument, variant, scope).find(({ id }) => id === step.item);
	const text = (value: { de: string; en: string } | undefined) => (value ? pick(value, locale) : '');
	return {
		...step,
		criterionName: text(criterion?.name),
		statement: text(item?.statement),
		action: text(item?.next[step.from - 1])
	};
}
