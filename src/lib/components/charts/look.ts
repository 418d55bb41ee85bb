/** How a chart is drawn; what is on it stands in its definition. */
import type { Palette } from './palette.ts';

export interface Look {
	palette: Palette;
	/** names at the axes instead of ids */
	named: boolean;
	/** px */
	fontSize: number;
	/** what Chart.js needs to know about the place it draws in */
	frame: {
		/** language tag of the numbers */
		locale: string;
		animation: false;
		maintainAspectRatio: false;
		responsive: boolean;
		devicePixelRatio?: number;
	};
}
