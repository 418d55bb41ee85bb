/** How charts look on paper: the light colours of the page, since paper is white. */
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';

export const HUES: Record<DimensionId, string> = {
	decision: '#2f5fb3',
	administration: '#8a4b9e',
	budget: '#1d7a63'
};
export const INK = '#171a2b';
export const MUTED = '#535a75';
export const LINE = '#b4b8c8';
export const PAPER = '#ffffff';

/** The product's own font for documents; registered from its file, never taken from the machine. */
export const FONT = 'Fira Sans';

/** Mean width of a letter of the font, in parts of its size; texts in charts are measured with it. */
const LETTER = 0.51;

/** About how wide a text is. @param size of the font, in the same unit */
export function textWidth(text: string, size: number): number {
	return [...text].length * LETTER * size;
}
