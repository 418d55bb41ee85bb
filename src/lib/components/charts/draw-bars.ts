/** Loaded when somebody wants the bars as an image. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { ProfileChart } from '#lib/domain/result/chart.ts';
import { barsConfig } from './bars-config.ts';
import type { Look } from './look.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Draws at once and returns what removes the drawing. */
export function drawBars(canvas: HTMLCanvasElement, chart: ProfileChart, look: Look): () => void {
	const drawing = new Chart(canvas, barsConfig(chart, look));
	return () => drawing.destroy();
}
