/** The colours of a chart, read from the page's own, so that theme, print and forced colours hold for it too. */
import { DIMENSIONS, type DimensionId } from '#lib/domain/dimension.ts';

export interface Palette {
	hues: Record<DimensionId, string>;
	text: string;
	line: string;
	background: string;
	/** family of the page's font */
	font: string;
}

/**
 * The colours that hold inside an element.
 * @param light on paper and in images, whatever the page's theme
 */
export function readPalette(element: Element, light = false): Palette {
	const probe = document.createElement('span');
	if (light) probe.className = 'kern-light';
	probe.hidden = true;
	element.append(probe);
	const style = getComputedStyle(probe);
	const resolve = (variable: string) => {
		probe.style.color = `var(${variable})`;
		return style.color;
	};
	const palette = {
		hues: Object.fromEntries(DIMENSIONS.map((id) => [id, resolve(`--hue-${id}`)])) as Record<DimensionId, string>,
		text: resolve('--kern-color-layout-text-default'),
		line: resolve('--kern-color-layout-border'),
		background: resolve('--kern-color-layout-background-default'),
		font: style.fontFamily
	};
	probe.remove();
	return palette;
}
