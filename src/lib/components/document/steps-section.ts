/** The steps that achieve most now, with the reasons (M9, M8). */
import { formatScore } from '#lib/components/format.ts';
import { heading, list, paragraph } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import type { ResultView, StepView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';

/** From this grade on, importance is a reason. */
const IMPORTANT_FROM = 3;

/** @param own whether whoever reads has given the answers */
export function stepsSection(view: ResultView, own: boolean): Block[] {
	const { steps, importance, finding } = view;
	if (finding.scored === 0) return [];
	const titles = [m.result_steps, m.result_steps_one, m.result_steps_two];
	const title = (titles[steps.length] ?? m.result_steps)();
	const behind = own ? m.result_step_answer : m.result_step_level;
	return [
		heading(1, title),
		steps.length === 0
			? paragraph(m.document_steps_none())
			: list(
					steps.map((step) => ({
						text: step.action,
						more: [`${whyText(view, step, importance)} ${behind({ statement: step.statement, level: step.from })}`]
					})),
					true
				)
	];
}

/** How far it is to go; without priorities nothing is told of targets (D15), and it is as far as the next level. */
export function gapText({ priorities }: ResultView, { criterionName, gap }: StepView): string {
	const words = { criterion: criterionName, gap: formatScore(gap) };
	return priorities.length > 0 ? m.result_step_why(words) : m.document_step_why_next(words);
}

function whyText(view: ResultView, step: StepView, importance: readonly string[]): string {
	const { importance: grade, forStage } = step;
	const named = importance[Math.round(grade) - 1];
	return [
		gapText(view, step),
		...(grade >= IMPORTANT_FROM && named ? [m.result_step_important({ importance: named })] : []),
		...(forStage === undefined ? [] : [m.result_step_stage({ stage: forStage })])
	].join(' ');
}
