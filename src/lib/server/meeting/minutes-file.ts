/** Minutes as a Word file (DOCX) that goes on to be edited: headings, tables with a header row, language, page numbers. */
import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType
} from 'docx';
import type { Minutes, MinutesEntry } from '#lib/domain/meeting/minutes.ts';

const TAGS = { de: 'de-DE', en: 'en-GB' } as const;
const FONT = 'Arial';
/** half points */
const SIZE = { text: 22, small: 18 };
/** twentieths of a point */
const SPACE = { small: 60, medium: 120, signature: 900 };

/** @returns the file's bytes */
export async function minutesFile(minutes: Minutes): Promise<Buffer> {
	const { title, subtitle, state, facts, parts, signatures, source, language } = minutes;
	const document = new Document({
		title: clean(`${title} – ${subtitle}`),
		creator: 'Standort 2030',
		styles: { default: { document: { run: { font: FONT, size: SIZE.text, language: { value: TAGS[language] } } } } },
		sections: [
			{
				footers: { default: footer(source) },
				children: [
					new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
					paragraph(subtitle),
					paragraph(state, { bold: true }),
					...facts.flatMap(([key, value]) => [labelled(key, value)]),
					...parts.flatMap((part) => [
						new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(part.title) }),
						...part.entries.flatMap((entry) => entryOf(entry, minutes.levels))
					]),
					...signatures.map(signature)
				]
			}
		]
	});
	return Packer.toBuffer(document);
}

function entryOf({ heading, decision, paragraphs, counts }: MinutesEntry, levels: readonly string[]) {
	return [
		new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, children: runs(heading) }),
		paragraph(decision, { bold: true }),
		...paragraphs.map((text) => paragraph(text)),
		...(counts ? [distribution(counts, levels), paragraph('')] : [])
	];
}

function distribution(counts: readonly number[], levels: readonly string[]): Table {
	const row = (texts: readonly string[], tableHeader: boolean) =>
		new TableRow({
			tableHeader,
			cantSplit: true,
			children: texts.map(
				(text) =>
					new TableCell({
						children: [new Paragraph({ alignment: AlignmentType.CENTER, children: runs(text, { size: SIZE.small }) })]
					})
			)
		});
	return new Table({
		width: { size: 100, type: WidthType.PERCENTAGE },
		rows: [row(levels, true), row(counts.map(String), false)]
	});
}

function labelled(key: string, value: string): Paragraph {
	return new Paragraph({
		spacing: { after: SPACE.small },
		children: [...runs(`${key}: `, { bold: true }), ...runs(value)]
	});
}

function paragraph(text: string, run: { bold?: boolean } = {}): Paragraph {
	return new Paragraph({ spacing: { after: SPACE.medium }, children: runs(text, run) });
}

function signature(who: string): Paragraph {
	return new Paragraph({
		spacing: { before: SPACE.signature },
		keepLines: true,
		children: runs(`${'_'.repeat(40)}\n${who}`)
	});
}

function footer(source: string): Footer {
	return new Footer({
		children: [
			new Paragraph({
				children: [
					...runs(`${source} · `, { size: SIZE.small }),
					new TextRun({ size: SIZE.small, children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES] })
				]
			})
		]
	});
}

/** The lines of a text. */
function runs(text: string, run: { bold?: boolean; size?: number } = {}): TextRun[] {
	return clean(text)
		.split(/\r?\n/)
		.map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 && { break: 1 }) }));
}

/** Characters that XML cannot hold would make the file unreadable. */
function clean(text: string): string {
	return [...text.toWellFormed()].filter((character) => !UNREADABLE.test(character)).join('');
}

/** Control characters but tab and line ends, and what is no character. */
const UNREADABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/u;
