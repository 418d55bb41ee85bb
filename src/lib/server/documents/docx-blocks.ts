/** The blocks of a document as Word knows them. */
import { HeadingLevel, ImageRun, Paragraph, TextRun, type Table } from 'docx';
import type { ChartBlock, List, Paragraph as ParagraphBlock } from '#lib/domain/document/document.ts';
import type { Look } from '#lib/domain/document/look.ts';
import type { WordBlock, WordDocument } from '#lib/domain/document/word-document.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { chartPng } from './chart-png.ts';
import { BULLETS, NUMBERS, STYLE, TEXT_WIDTH } from './docx-look.ts';
import { choicesOf, linesOf, signatureOf } from './docx-form.ts';
import { fieldsOf, tableOf } from './docx-table.ts';
import { runs } from './docx-text.ts';

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
/** Twentieths of a point in a CSS pixel. */
const PER_PIXEL = 15;
/** A chart leaves room for what belongs to it, in CSS pixels. */
const HIGHEST = 760;

export async function wordBlocks({ blocks, language }: WordDocument, { accent }: Look): Promise<(Paragraph | Table)[]> {
	const written: (Paragraph | Table)[] = [];
	for (const [index, block] of blocks.entries())
		written.push(
			...(await write(block, { language, accent, instance: index, broken: blocks[index - 1]?.kind === 'pageBreak' }))
		);
	return written;
}

interface Place {
	language: Locale;
	accent: string;
	/** which list it is */
	instance: number;
	/** whether a new page begins before it */
	broken: boolean;
}

async function write(block: WordBlock, place: Place): Promise<(Paragraph | Table)[]> {
	const pageBreakBefore = place.broken;
	switch (block.kind) {
		case 'heading':
			return [new Paragraph({ heading: LEVELS[block.level], pageBreakBefore, children: runs(block.text) })];
		case 'paragraph':
			return [new Paragraph({ ...styleOf(block), pageBreakBefore, children: runs(block.text) })];
		case 'list':
			return listOf(block, place.instance);
		case 'table':
			return [captionOf(block.caption, { keepNext: true, pageBreakBefore }), tableOf(block, place.accent), gap()];
		case 'chart':
			return chartOf(block, place);
		case 'note': {
			const title = block.title ? [new TextRun({ text: `${block.title} `, bold: true })] : [];
			return [new Paragraph({ style: STYLE.note, children: [...title, ...runs(block.text)] })];
		}
		case 'fields':
			return [fieldsOf(block), gap()];
		case 'choices':
			return choicesOf(block);
		case 'lines':
			return linesOf(block);
		case 'signature':
			return signatureOf(block);
		case 'contents':
		case 'pageBreak':
			return [];
	}
}

function styleOf({ emphasis }: ParagraphBlock): { style?: string } {
	return emphasis ? { style: STYLE[emphasis] } : {};
}

function listOf({ entries, ordered }: List, instance: number): Paragraph[] {
	const [style, reference] = ordered ? [STYLE.number, NUMBERS] : [STYLE.bullet, BULLETS];
	return entries.flatMap(({ text, more = [] }) => [
		new Paragraph({
			style,
			numbering: { reference, level: 0, instance, custom: true },
			keepNext: more.length > 0,
			children: runs(text)
		}),
		...more.map((line) => new Paragraph({ style: STYLE.more, children: runs(line) }))
	]);
}

async function chartOf({ chart, caption, alternative }: ChartBlock, { language, broken }: Place): Promise<Paragraph[]> {
	const { png, width, height } = await chartPng(chart, language);
	const scale = Math.min(1, TEXT_WIDTH / PER_PIXEL / width, HIGHEST / height);
	const image = new ImageRun({
		type: 'png',
		data: png,
		transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
		altText: { name: caption, title: caption, description: alternative }
	});
	return [new Paragraph({ keepNext: true, pageBreakBefore: broken, children: [image] }), captionOf(caption, {})];
}

function captionOf(text: string, place: { keepNext?: boolean; pageBreakBefore?: boolean }): Paragraph {
	return new Paragraph({ style: STYLE.caption, ...place, children: runs(text) });
}

/** Two tables one after the other would be one. */
const gap = () => new Paragraph({ style: STYLE.cell, children: [] });
