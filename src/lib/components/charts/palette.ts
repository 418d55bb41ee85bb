/** The colours of a chart on paper and in images: those of the page in its light theme. */
import { DIMENSIONS, type DimensionId } from '#lib/domain/instrument/dimension.ts';

export interface Palette {
	hues: Record<DimensionId, string>;
	text: string;
	line: string;
	background: string;
	/** family of the page's font */
	font: string;
}

/** Reads them from the page, whatever its theme. */
export function readPalette(): Palette {
	const probe = document.createElement('span');
	probe.className = 'kern-light';
	probe.hidden = true;
	document.body.append(probe);
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
