/** The report on a result: the order of its parts. Each part stands in a module of its own; other documents use some. */
import { formatDay } from '#lib/components/format.ts';
import type { Comparison } from '#lib/domain/disclosure/benchmark.ts';
import { contents, pageBreak } from '#lib/domain/document/blocks.ts';
import type { Block, Document } from '#lib/domain/document/document.ts';
import type { TeamResultItem } from '#lib/domain/result/team-result.ts';
import { dayOfResult, type ResultAbout } from '#lib/domain/result/view-about.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import type { GrantedItem } from '#lib/domain/review/granted.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { comparisonSection } from './comparison-section.ts';
import { criteriaSection } from './criteria-section.ts';
import { itemsSection } from './items-section.ts';
import { methodSection } from './method-section.ts';
import { stagesSection } from './stages-section.ts';
import { isEmpty, summarySection } from './summary-section.ts';
import { teamSection, type TeamCharts } from './team-section.ts';

export interface Reported {
	view: ResultView;
	about: ResultAbout;
	comparison: Comparison | undefined;
	/** what only a round has */
	team?: { charts: TeamCharts; items: readonly TeamResultItem[] };
	/** in place of that, what the meeting left of each item, for whoever reviews a round (D15) */
	granted?: readonly GrantedItem[];
	/** the rounds before; its own headings */
	series?: Block[];
	/** what is in the way and what is done about it; its own headings */
	plan?: Block[];
	/** a consultant's view beside the own; its own headings */
	review?: Block[];
	/** of the data, in hexadecimal */
	sha256: string;
	/** on which it is made */
	day: string;
}

export function reportOf(told: Reported): Document {
	const { view, about, comparison, team, granted, series = [], plan = [], review = [] } = told;
	const blocks = isEmpty(view)
		? []
		: [
				pageBreak,
				contents,
				...stagesSection(view),
				pageBreak,
				...criteriaSection(view),
				...(team ? teamSection(team.charts) : []),
				...comparisonSection(comparison, view, about.team !== undefined),
				...series,
				...plan,
				...review,
				...itemsSection(view, team?.items ?? granted)
			];
	return {
		...frameOf(told, m.document_report()),
		blocks: [
			...summarySection(view, about, comparison, granted === undefined),
			...blocks,
			...methodSection(view, about, told)
		]
	};
}

/** The same of what goes on to be edited: whoever tried it out without a name fills one in. */
export function draftFrameOf(told: Reported, title: string): Omit<Document, 'blocks'> {
	return { ...frameOf(told, title), municipality: told.about.name ?? m.paper_municipality() };
}

/** What stands around every document on a result. */
export function frameOf(
	{ about, comparison, sha256, day }: Pick<Reported, 'about' | 'comparison' | 'sha256' | 'day'>,
	title: string
): Omit<Document, 'blocks'> {
	const of = { instrument: about.instrument.version, method: about.method };
	const state = about.state === 'open' ? m.result_provisional() : m.result_closed();
	return {
		language: getLocale(),
		title,
		subtitle: [
			...(about.round === undefined ? [] : [about.round]),
			...(about.answersFor ? [m.result_answers_for({ name: about.answersFor })] : []),
			`${m.result_as_of({ day: formatDay(dayOfResult(about)) })} · ${state}`
		].join(' · '),
		municipality: about.name ?? m.result_trial(),
		date: formatDay(day),
		version: comparison?.enough
			? m.document_version_release({ ...of, release: comparison.release.number })
			: m.document_version(of),
		sha256,
		words: {
			contents: m.document_contents(),
			page: m.document_page(),
			of: m.document_of(),
			sha256: m.document_sha()
		}
	};
}

/** What the result is for, and what it is not. */
export function whatItIs({ review = [] }: Reported): string {
	return review.length > 0 ? m.paper_facts_why_reviewed() : m.paper_facts_why();
}
