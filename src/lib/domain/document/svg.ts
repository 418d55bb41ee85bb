/** Pictures as SVG, written from values; every text is escaped (`xml.ts`). */
import { element, markupOf, type XmlElement } from '#lib/domain/xml.ts';
import { FONT, INK, PAPER } from './chart-look.ts';

/** A picture in its own units, of which one is a CSS pixel where it stands at its own size. */
export interface Drawing {
	width: number;
	height: number;
	content: XmlElement[];
}

type Attributes = XmlElement['attributes'];

export const HATCH = 'hatch';
export const DOTS = 'dots';

/** The picture with its patterns, on its own: nothing outside of it is needed but the font. @param scale of its size */
export function svgOf({ width, height, content }: Drawing, scale = 1): string {
	const size = { width: tenths(width), height: tenths(height) };
	return markupOf(
		element(
			'svg',
			{
				xmlns: 'http://www.w3.org/2000/svg',
				width: tenths(width * scale),
				height: tenths(height * scale),
				viewBox: `0 0 ${size.width} ${size.height}`,
				'font-family': FONT
			},
			[element('defs', {}, [hatch(), dots()]), ...content]
		)
	);
}

export function rect(x: number, y: number, width: number, height: number, attributes: Attributes): XmlElement {
	return element('rect', { x: tenths(x), y: tenths(y), width: tenths(width), height: tenths(height), ...attributes });
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes): XmlElement {
	return element('line', { x1: tenths(x1), y1: tenths(y1), x2: tenths(x2), y2: tenths(y2), ...attributes });
}

/** @param y of the line that letters stand on @param text one line; white space in it counts once */
export function text(x: number, y: number, content: string, attributes: Attributes): XmlElement {
	return element('text', { x: tenths(x), y: tenths(y), fill: INK, ...attributes }, content.replace(/\s+/g, ' '));
}

export function group(content: XmlElement[], attributes: Attributes = {}): XmlElement {
	return element('g', attributes, content);
}

/** More digits only make a file heavier. */
export const tenths = (value: number) => Math.round(10 * value) / 10;

/** Slanting lines: what is possible, but not known. */
function hatch(): XmlElement {
	return pattern(HATCH, 5, 'rotate(45)', [
		element('rect', { width: 5, height: 5, fill: PAPER }),
		element('rect', { width: 1.4, height: 5, fill: INK })
	]);
}

function dots(): XmlElement {
	return pattern(DOTS, 4, undefined, [
		element('rect', { width: 4, height: 4, fill: PAPER }),
		element('circle', { cx: 2, cy: 2, r: 0.7, fill: INK })
	]);
}

function pattern(id: string, side: number, turn: string | undefined, content: XmlElement[]): XmlElement {
	const units = { patternUnits: 'userSpaceOnUse', patternTransform: turn };
	return element('pattern', { id, width: side, height: side, ...units }, content);
}
