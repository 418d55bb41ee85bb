/** The paper by which a council hears of a result: two pages, and an annex with what they rest on. */
import { formatCount, formatDay, formatList } from '#lib/components/format.ts';
import { placeWords } from '#lib/components/comparison/place-words.ts';
import { headlineText } from '#lib/components/result/headline-words.ts';
import { heading, note, pageBreak, paragraph } from '#lib/domain/document/blocks.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import type { Block } from '#lib/domain/document/document.ts';
import { below, type Fields, type WordBlock, type WordDocument } from '#lib/domain/document/word-document.ts';
import type { Council } from '#lib/domain/municipality/council.ts';
import { nameInSentence } from '#lib/domain/municipality/register-name.ts';
import { dayOfResult } from '#lib/domain/result/view-about.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import * as m from '#lib/paraglide/messages.js';
import { criteriaSection } from './criteria-section.ts';
import { methodSection } from './method-section.ts';
import { draftFrameOf, whatItIs, type Reported } from './report.ts';
import { stepsSection } from './steps-section.ts';
import { findings, isEmpty, overall, stageTable } from './summary-section.ts';

const COUNCIL_NAMES: Record<Council, () => string> = {
	districtCouncil: m.council_districtCouncil,
	cityCouncil: m.council_cityCouncil,
	localCouncil: m.council_localCouncil,
	councilOfNorth: m.council_councilOfNorth,
	cityAssembly: m.council_cityAssembly,
	localAssembly: m.council_localAssembly,
	council: m.council_council
};

export function councilPaper(told: Reported, council: Council): WordDocument {
	const { view, about, plan = [] } = told;
	const frame = draftFrameOf(told, m.paper_title());
	const name = nameInSentence(frame.municipality);
	return {
		...frame,
		blocks: [
			head(),
			heading(1, m.paper_subject()),
			paragraph(m.paper_subject_text({ round: about.round ?? about.instrument.title }), 'strong'),
			heading(1, m.paper_facts()),
			paragraph(facts(told, name)),
			paragraph(whatItIs(told)),
			heading(1, m.paper_summary()),
			...below(summary(told, name)),
			...costs(),
			...decision(COUNCIL_NAMES[council](), plan.length > 0),
			pageBreak,
			heading(1, m.paper_annex()),
			...below([...(isEmpty(view) ? [] : criteria(view)), ...plan, ...methodSection(view, about, told)])
		]
	};
}

function head(): Fields {
	return {
		kind: 'fields',
		caption: m.paper_head(),
		entries: [
			[m.paper_number(), m.paper_fill()],
			[m.paper_lead_office(), m.paper_fill()],
			[m.paper_sequence(), m.paper_fill_sequence()]
		]
	};
}

function facts({ about, view }: Reported, municipality: string): string {
	const of = {
		municipality,
		instrument: about.instrument.title,
		n: view.counts.asked,
		day: formatDay(dayOfResult(about))
	};
	return about.team ? m.paper_facts_what(of) : m.paper_facts_what_solo(of);
}

/** The administration speaks of its own municipality here, so the sentences that address it do not fit. */
function summary({ view, about, comparison }: Reported, municipality: string): Block[] {
	if (isEmpty(view)) return [paragraph(headlineText(view.headline, view.levels), 'lead')];
	const stages = view.dimensions.flatMap(({ name, stage }) =>
		stage === null ? [] : [m.paper_stage({ dimension: name, stage, name: view.levels[stage - 1] ?? '' })]
	);
	return [
		...(about.demonstration ? [note(m.result_demonstration())] : []),
		...(stages.length > 0 ? [paragraph(m.paper_stages({ list: formatList(stages) }), 'lead')] : []),
		stageTable(view),
		...overall(view),
		...findings(view),
		...compared(comparison, municipality),
		...stepsSection(view, false)
	];
}

function compared(comparison: Comparison | undefined, municipality: string): Block[] {
	if (!comparison?.enough) return [];
	const [first] = comparison.rows;
	if (first?.measure !== 'overall' || !first.place) return [];
	const { n, release } = comparison;
	const of = { n: formatCount(n), cutoff: formatDay(release.cutoff), place: placeWords(first.place) };
	return [paragraph(m.paper_compared({ ...of, municipality }))];
}

/** One picture is enough here. */
function criteria(view: ResultView): Block[] {
	return criteriaSection(view).filter((block) => block.kind !== 'chart' || block.chart.kind !== 'radar');
}

/** Nothing is known of them here, and nothing may look as if. */
function costs(): WordBlock[] {
	return [
		heading(1, m.paper_costs()),
		note(m.paper_costs_note()),
		{
			kind: 'fields',
			caption: m.paper_costs(),
			entries: [
				[m.paper_costs_once(), m.paper_costs_fill_amount()],
				[m.paper_costs_yearly(), m.paper_costs_fill_amount()],
				[m.paper_costs_budget(), m.paper_costs_fill_budget()]
			]
		}
	];
}

function decision(council: string, planned: boolean): WordBlock[] {
	return [
		heading(1, m.paper_decision()),
		paragraph(m.paper_decision_lead()),
		{
			kind: 'choices',
			entries: [
				m.paper_decision_note({ council }),
				(planned ? m.paper_decision_actions : m.paper_decision_steps)({ council }),
				m.paper_decision_targets({ council }),
				m.paper_decision_again({ council })
			]
		}
	];
}
