/** What the signs of a chart mean, in as many lines as it takes. */
import type { XmlElement } from '#lib/domain/xml.ts';
import { INK, textWidth } from './chart-look.ts';
import { markOf, spanOf } from './mark.ts';
import type { ScaleChart } from './scale-rows.ts';
import { text } from './svg.ts';

const SIZE = 12;
const SAMPLE = 26;
const GAP = 18;
const LEADING = 20;

/** A sample, drawn around the middle of its height. */
export interface LegendEntry {
	sample: (x: number, y: number) => XmlElement;
	word: string;
}

export function legendRows(legend: ScaleChart['legend'], y: number, width: number) {
	return legendLines(
		legend.map(([sign, word]) => ({
			word,
			sample: (x, middle) =>
				sign === 'bar' || sign === 'hatch' || sign === 'line'
					? spanOf(x, x + SAMPLE - 6, middle, sign, INK)
					: markOf(x + SAMPLE / 2 - 3, middle, sign)
		})),
		y,
		width
	);
}

/** @param y of the first line's middle */
export function legendLines(
	entries: readonly LegendEntry[],
	y: number,
	width: number
): { content: XmlElement[]; bottom: number } {
	if (entries.length === 0) return { content: [], bottom: y - 12 };
	const content: XmlElement[] = [];
	let [x, middle] = [0, y];
	for (const { sample, word } of entries) {
		const taken = SAMPLE + textWidth(word, SIZE);
		if (x > 0 && x + taken > width) [x, middle] = [0, middle + LEADING];
		content.push(sample(x, middle), text(x + SAMPLE, middle + SIZE / 3, word, { 'font-size': SIZE }));
		x += taken + GAP;
	}
	return { content, bottom: middle + LEADING / 2 };
}
