/** Slides of a presentation, as data: everything in words already, in one language. */
import type { Document } from './document.ts';

export interface Deck extends Omit<Document, 'blocks'> {
	slides: Slide[];
}

export interface Slide {
	title: string;
	/** sentences that stand on it, few */
	points: string[];
	chart?: SlideChart;
	table?: SlideTable;
	/** what the speaker may say; stands below the slide, not on it */
	notes: string[];
}

/** A chart of the program's own, whose numbers can be changed; `bars` lie, `radar` has an axis for each label. */
export interface SlideChart {
	kind: 'bars' | 'radar';
	/** what the values are called */
	name: string;
	/** scores 1.0–5.0, each with its colour `#rrggbb`; what has no score is not among them */
	bars: { label: string; score: number; hue: string }[];
	/** the chart in words */
	alternative: string;
}

/** The first row holds the titles of the columns. */
export interface SlideTable {
	rows: string[][];
	/** of the columns, relative to each other */
	widths: number[];
}
