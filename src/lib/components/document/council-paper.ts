/** The paper by which a council hears of a result: two pages, and an annex with what they rest on. */
import { formatDay } from '#lib/components/format.ts';
import { heading, note, pageBreak, paragraph } from '#lib/domain/document/blocks.ts';
import { below, type Fields, type WordBlock, type WordDocument } from '#lib/domain/document/word-document.ts';
import type { Council } from '#lib/domain/municipality/council.ts';
import { dayOfResult } from '#lib/domain/result/view-about.ts';
import * as m from '#lib/paraglide/messages.js';
import { criteriaSection } from './criteria-section.ts';
import { methodSection } from './method-section.ts';
import { frameOf, type Reported } from './report.ts';
import { isEmpty, summarySection } from './summary-section.ts';

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
	const { view, about, comparison, plan = [] } = told;
	const frame = frameOf(told, m.paper_title());
	return {
		...frame,
		blocks: [
			head(),
			heading(1, m.paper_subject()),
			paragraph(m.paper_subject_text({ round: about.round ?? about.instrument.title }), 'strong'),
			heading(1, m.paper_facts()),
			paragraph(facts(told, frame.municipality)),
			paragraph(m.paper_facts_why()),
			heading(1, m.paper_summary()),
			...below(summarySection(view, about, comparison)),
			...costs(),
			...decision(COUNCIL_NAMES[council]()),
			pageBreak,
			heading(1, m.paper_annex()),
			...below([...(isEmpty(view) ? [] : criteriaSection(view)), ...plan, ...methodSection(view, about, told)])
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

function decision(council: string): WordBlock[] {
	return [
		heading(1, m.paper_decision()),
		paragraph(m.paper_decision_lead()),
		{
			kind: 'choices',
			entries: [
				m.paper_decision_note({ council }),
				m.paper_decision_actions({ council }),
				m.paper_decision_targets({ council }),
				m.paper_decision_again({ council })
			]
		}
	];
}
