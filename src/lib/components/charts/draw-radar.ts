/** Loaded when somebody wants the radar as an image. */
import { Chart, LineElement, PointElement, RadarController, RadialLinearScale } from 'chart.js';
import type { ProfileChart } from '#lib/domain/result/chart.ts';
import type { Look } from './look.ts';
import { radarConfig } from './radar-config.ts';

Chart.register(LineElement, PointElement, RadarController, RadialLinearScale);

/** Draws at once and returns what removes the drawing. */
export function drawRadar(canvas: HTMLCanvasElement, chart: ProfileChart, look: Look): () => void {
	const drawing = new Chart(canvas, radarConfig(chart, look));
	return () => drawing.destroy();
}
