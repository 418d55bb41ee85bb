/**
 * What stands in a document, as data: everything in words already, in one language. PDF, DOCX and PPTX are written from
 * it; how it looks is theirs.
 */
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import type { DocumentChart } from './chart.ts';

export interface Document {
	language: Locale;
	title: string;
	/** what it is about, such as the round */
	subtitle: string;
	/** whose it is, in full */
	municipality: string;
	/** who sends it, in one line; nothing where nobody has said */
	sender?: string;
	/** of which day it is, in words */
	date: string;
	/** by which edition of texts, rules and release, in words */
	version: string;
	/** SHA-256 of the data that it tells, in hexadecimal */
	sha256: string;
	/** what stands in the margins and lists of every document */
	words: DocumentWords;
	blocks: Block[];
}

export interface DocumentWords {
	contents: string;
	/** "Seite", before a page's number, and "von", before how many there are */
	page: string;
	of: string;
	/** before the SHA-256 */
	sha256: string;
}

/** In the order of reading. */
export type Block = Heading | Paragraph | List | Table | ChartBlock | Note | Contents | PageBreak;

/** Levels follow each other without a gap, beginning with 1. */
export interface Heading {
	kind: 'heading';
	level: 1 | 2 | 3;
	text: string;
}

/** `lead` is set larger, `strong` stands out, `small` is read last. */
export interface Paragraph {
	kind: 'paragraph';
	text: string;
	emphasis?: 'lead' | 'strong' | 'small';
}

export interface ListEntry {
	text: string;
	/** what belongs to it, below */
	more?: string[];
}

export interface List {
	kind: 'list';
	ordered: boolean;
	entries: ListEntry[];
}

export interface Column {
	title: string;
	align: 'start' | 'end';
	/** share of the width, relative to the other columns */
	width: number;
}

/** The first cell of a row is its header. */
export type Row = { cells: string[] } | { group: string };

/** A table with a row of column headers, which stands on every page that it reaches. */
export interface Table {
	kind: 'table';
	caption: string;
	columns: Column[];
	rows: Row[];
}

export interface ChartBlock {
	kind: 'chart';
	chart: DocumentChart;
	/** the chart in words, for whoever cannot see it, and where its values stand */
	alternative: string;
	caption: string;
}

/** What must be known beside the text, set apart. */
export interface Note {
	kind: 'note';
	title?: string;
	text: string;
}

/** Where a table of contents stands, in documents that have one. */
export interface Contents {
	kind: 'contents';
}

export interface PageBreak {
	kind: 'pageBreak';
}
