/** The slides on a result: eight to twelve, to be gone on with. */
import { formatDay, formatScore } from '#lib/components/format.ts';
import { headlineText } from '#lib/components/result/headline-words.ts';
import { HUES } from '#lib/domain/document/chart-look.ts';
import type { Deck, Slide, SlideChart } from '#lib/domain/document/deck.ts';
import { dayOfResult } from '#lib/domain/result/view-about.ts';
import type { CriterionView, DimensionView } from '#lib/domain/result/view-dimension.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import * as m from '#lib/paraglide/messages.js';
import { comparedSlide, teamSlide } from './presentation-others.ts';
import { profileSummary } from './criteria-section.ts';
import { methodRules } from '#lib/components/result/method-facts.ts';
import { draftFrameOf, whatItIs, type Reported } from './report.ts';
import { gapText } from './steps-section.ts';
import { isEmpty, stageText } from './summary-section.ts';

/** A radar needs as many axes. */
const LEAST_AXES = 3;
/** beside the cover: nobody sits through more */
const MOST_SLIDES = 11;
/** More would not be read from afar. */
const MOST_MISSING = 3;
export interface SlideAction {
	title: string;
	owner: string;
	due: string;
}

/** @param actions the first of the plan, as many as a slide holds */
export function presentationOf(told: Reported, actions: readonly SlideAction[]): Deck {
	const { view } = told;
	const slides = [
		aboutSlide(told),
		...(isEmpty(view) ? [] : resultSlides(told)),
		...(actions.length > 0 ? [planSlide(actions)] : []),
		nextSlide()
	];
	const method = {
		title: m.document_method(),
		points: methodRules(),
		notes: [whatItIs(told), m.slides_notes_method()]
	};
	// The report tells it, too.
	if (slides.length < MOST_SLIDES) slides.push(method);
	return { ...draftFrameOf(told, m.slides_title()), slides };
}

function resultSlides(told: Reported): Slide[] {
	const { view, comparison, team } = told;
	return [
		stagesSlide(view),
		...profileSlide(view),
		...view.dimensions.map((dimension) => dimensionSlide(dimension, view.levels)),
		stepsSlide(view),
		...(team ? [teamSlide(team.charts)] : []),
		...(comparison?.enough ? [comparedSlide(comparison, view)] : [])
	];
}

function aboutSlide(told: Reported): Slide {
	const { about, view } = told;
	return {
		title: m.slides_about(),
		points: [
			m.slides_about_what({ instrument: about.instrument.title, n: view.counts.asked }),
			...(about.team ? [m.slides_about_team()] : []),
			m.slides_about_levels({ list: view.levels.map((name, index) => `${index + 1} ${name}`).join(' · ') }),
			whatItIs(told),
			...(about.demonstration ? [m.result_demonstration()] : [])
		],
		notes: [(about.team ? m.slides_notes_about : m.slides_notes_about_solo)({ day: formatDay(dayOfResult(about)) })]
	};
}

function stagesSlide(view: ResultView): Slide {
	const { dimensions, levels, headline } = view;
	const chart = chartOf(
		'bars',
		dimensions.map(({ name, score, id }) => ({ name, score, hue: HUES[id] }))
	);
	return {
		title: m.document_summary_stages(),
		points: dimensions.map((dimension) =>
			m.slides_stage({ name: dimension.name, stage: stageText(dimension, levels) })
		),
		...(chart && { chart }),
		notes: [headlineText(headline, levels, false), m.result_method_rule_stage()]
	};
}

function profileSlide(view: ResultView): Slide[] {
	const criteria = view.dimensions.flatMap(({ criteria }) => criteria);
	const chart = chartOf('radar', criteria.map(barOf));
	if (!chart || chart.bars.length < LEAST_AXES) return [];
	const summary = profileSummary(view);
	return [{ title: m.slides_profile(), points: [], chart, notes: [summary, m.result_method_rule_score()] }];
}

function dimensionSlide(dimension: DimensionView, levels: readonly string[]): Slide {
	const { name, stage, missing, criteria } = dimension;
	const chart = chartOf('bars', criteria.map(barOf));
	return {
		title: name,
		points: [
			stage === null ? stageText(dimension, levels) : m.slides_stage_own({ stage: stageText(dimension, levels) }),
			...(missing.length > 0 ? [m.slides_missing({ stage: (stage ?? 0) + 1, n: missing.length })] : [])
		],
		...(chart && { chart }),
		notes: missing
			.slice(0, MOST_MISSING)
			.map(({ item, statement, from, steps }) =>
				m.slides_notes_missing({ item, statement, from, step: steps[0] ?? '' })
			)
	};
}

function stepsSlide(view: ResultView): Slide {
	const { steps, finding, dimensions } = view;
	const names = new Map(dimensions.flatMap(({ criteria }) => criteria.map(({ id, name }) => [id, name])));
	const named = (list: ResultView['finding']['gaps']) => list.map(({ id }) => names.get(id) ?? id).join(', ');
	return {
		title: steps.length > 0 ? m.slides_steps() : m.slides_strengths(),
		points: steps.length > 0 ? steps.map(({ action }) => action) : [m.document_steps_none()],
		notes: [
			...steps.map((step) => gapText(view, step)),
			...(finding.strengths.length > 0 ? [m.document_strengths({ list: named(finding.strengths) })] : []),
			...(finding.gaps.length > 0 ? [m.document_gaps({ list: named(finding.gaps) })] : [])
		]
	};
}

function planSlide(actions: readonly SlideAction[]): Slide {
	return {
		title: m.document_plan(),
		points: [],
		table: {
			rows: [
				[m.plan_action(), m.plan_owner(), m.plan_due()],
				...actions.map(({ title, owner, due }) => [title, owner, due])
			],
			widths: [5, 2.5, 2]
		},
		notes: [m.slides_notes_plan()]
	};
}

function nextSlide(): Slide {
	return {
		title: m.slides_next(),
		points: [m.slides_next_decide(), m.slides_next_plan(), m.slides_next_again()],
		notes: [m.slides_notes_next()]
	};
}

const barOf = ({ name, score, dimension }: CriterionView) => ({ name, score, hue: HUES[dimension] });

function chartOf(
	kind: SlideChart['kind'],
	rows: readonly { name: string; score: number | null; hue: string }[]
): SlideChart | undefined {
	const bars = rows.flatMap(({ name, score, hue }) =>
		score === null ? [] : [{ label: name, score: shownScore(score), hue }]
	);
	if (bars.length === 0) return undefined;
	const values = bars
		.map(({ label, score }) => m.document_named({ name: label, score: formatScore(score) }))
		.join(', ');
	const words = kind === 'bars' ? m.slides_bars_alt : m.slides_radar_alt;
	return { kind, name: m.slides_score(), bars, alternative: words({ values }) };
}
