/** How a chart is drawn as an image; what is on it stands in its definition. */
import type { Palette } from './palette.ts';

export interface Look {
	palette: Palette;
	/** px */
	fontSize: number;
	/** what Chart.js needs to know about the place it draws in */
	frame: {
		/** language tag of the numbers */
		locale: string;
		animation: false;
		maintainAspectRatio: false;
		responsive: false;
		devicePixelRatio: number;
	};
}
