/** The questionnaire to be filled in on paper or in a word processor: every level with a box, and lines for notes. */
import { heading, list, paragraph } from '#lib/domain/document/blocks.ts';
import type { WordBlock, WordDocument } from '#lib/domain/document/word-document.ts';
import { itemsOfCriterion, type Variant } from '#lib/domain/instrument/instrument.ts';
import type { CriterionSheetTexts, ItemSheetTexts, Sheet } from '#lib/components/questionnaire/sheet.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** lines for a note, and for the reason why something does not apply */
const NOTE_LINES = 2;

/** @param extent how many statements and minutes, in words @param sha256 of the texts */
export function questionnairePaper(
	instrument: Sheet,
	{ variant, extent, sha256 }: { variant: Variant; extent: string; sha256: string }
): WordDocument {
	return {
		language: getLocale(),
		title: m.questionnaire_title(),
		subtitle: `${m.questionnaire_version({ title: instrument.title, version: instrument.version })} ${extent}`,
		...{ municipality: '', date: '' },
		version: `${instrument.title} ${instrument.version}`,
		sha256,
		words: {
			contents: m.document_contents(),
			page: m.document_page(),
			of: m.document_of(),
			sha256: m.questionnaire_sha()
		},
		blocks: [
			...head(instrument),
			...instrument.dimensions.flatMap(({ name, scope, criteria }) => [
				{ kind: 'pageBreak' } as const,
				heading(1, name),
				paragraph(scope),
				...criteria.flatMap((criterion) => criterionBlocks(criterion, variant, instrument))
			]),
			paragraph(`${m.questionnaire_licence()}. ${m.questionnaire_licence_text()}`, 'small'),
			paragraph(`${m.questionnaire_sha()} ${sha256}`, 'small')
		]
	};
}

function head({ instruction, options: { unknown, notApplicable }, levels, evidence_grades }: Sheet): WordBlock[] {
	const meaning = (entries: readonly { value: number; name: string; meaning: string }[]) =>
		list(entries.map(({ value, name, meaning }) => `${value} ${name}: ${meaning}`));
	return [
		{
			kind: 'fields',
			caption: m.questionnaire_title(),
			entries: [
				[m.questionnaire_paper_municipality(), ''],
				[m.questionnaire_paper_person(), ''],
				[m.questionnaire_paper_date(), '']
			]
		},
		heading(1, m.questionnaire_how()),
		paragraph(instruction),
		list([`${unknown.label}: ${unknown.hint}`, `${notApplicable.label}: ${notApplicable.hint}`]),
		heading(2, m.questionnaire_levels()),
		meaning(levels),
		heading(2, m.questionnaire_evidence()),
		meaning(evidence_grades)
	];
}

function criterionBlocks(criterion: CriterionSheetTexts, variant: Variant, instrument: Sheet): WordBlock[] {
	const { id, name, question, why } = criterion;
	return [
		heading(2, `${id} ${name}`),
		paragraph(question, 'lead'),
		paragraph(`${m.questionnaire_why()} ${why}`),
		...itemsOfCriterion(criterion, variant).flatMap((item) => itemBlocks(item, instrument)),
		paragraph(m.questionnaire_paper_importance(), 'strong'),
		{ kind: 'choices', entries: instrument.importance.map(({ value, name }) => `${value} ${name}`), inline: true }
	];
}

function itemBlocks(
	{ id, statement, help, levels, evidence }: ItemSheetTexts,
	{ options, evidence_grades }: Sheet
): WordBlock[] {
	return [
		heading(3, `${id} ${statement}`),
		...(help ? [paragraph(help)] : []),
		{ kind: 'choices', entries: levels.map((level, index) => `${index + 1} ${level}`) },
		{ kind: 'choices', entries: [options.unknown.label, options.notApplicable.label] },
		{ kind: 'lines', label: m.questionnaire_paper_reason(), count: 1 },
		paragraph(m.questionnaire_examples({ examples: evidence.join('; ') }), 'small'),
		paragraph(m.questionnaire_paper_evidence()),
		{ kind: 'choices', entries: evidence_grades.slice(1).map(({ name }) => name), inline: true },
		{ kind: 'lines', label: m.questionnaire_paper_note(), count: NOTE_LINES }
	];
}
