/** A profile as Chart.js draws it: horizontal bars, for images and documents; the page has bars of its own. */
import type { ChartConfiguration } from 'chart.js';
import { SCALE, type ProfileChart } from '#lib/domain/result/chart.ts';
import { isUncertain } from '#lib/domain/result/findings.ts';
import { hatch } from './hatch.ts';
import type { Look } from './look.ts';

type Span = [number, number] | null;

const THICKNESS = 16;

export function barsConfig({ rows }: ProfileChart, look: Look): ChartConfiguration<'bar', Span[], string> {
	const { palette, fontSize } = look;
	const font = { size: fontSize, family: palette.font };
	const number = new Intl.NumberFormat(look.frame.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
	return {
		type: 'bar',
		data: {
			labels: rows.map(({ id, label }) => `${id} ${label}`),
			datasets: [
				{
					data: rows.map(({ score }): Span => (score === null ? null : [SCALE.from, score])),
					backgroundColor: rows.map(({ dimension }) => palette.hues[dimension]),
					minBarLength: 3,
					barThickness: THICKNESS,
					order: 2,
					grouped: false
				},
				{
					data: rows.map((row): Span => (isUncertain(row) ? [row.lower ?? 0, row.upper ?? 0] : null)),
					backgroundColor: ({ chart }) => hatch(chart.ctx, palette.text, palette.background),
					borderColor: palette.text,
					borderWidth: 1,
					borderSkipped: false,
					barThickness: THICKNESS / 2,
					order: 1,
					grouped: false
				}
			]
		},
		options: {
			...look.frame,
			indexAxis: 'y',
			layout: { padding: { right: 48 } },
			plugins: { legend: { display: false } },
			scales: {
				x: {
					min: SCALE.from,
					max: SCALE.to,
					ticks: { stepSize: 1, font, color: palette.text },
					grid: { color: palette.line, lineWidth: 0.5 }
				},
				y: {
					ticks: { font, autoSkip: false, color: ({ index }) => palette.hues[rows[index]?.dimension ?? 'decision'] },
					grid: { display: false }
				}
			}
		},
		plugins: [
			{
				id: 'numbers',
				afterDatasetsDraw({ ctx, scales, chartArea }) {
					ctx.save();
					ctx.font = `${fontSize}px ${palette.font}`;
					ctx.fillStyle = palette.text;
					ctx.textBaseline = 'middle';
					rows.forEach(({ score, target }, index) => {
						const y = scales.y?.getPixelForValue(index) ?? 0;
						ctx.fillText(score === null ? '–' : number.format(score), chartArea.right + 12, y);
						if (target !== null) drawTarget(ctx, scales.x?.getPixelForValue(target) ?? 0, y, palette);
					});
					ctx.restore();
				}
			}
		]
	};
}

function drawTarget(context: CanvasRenderingContext2D, x: number, y: number, { text, background }: Look['palette']) {
	context.save();
	context.translate(x, y);
	context.rotate(Math.PI / 4);
	context.lineWidth = 2;
	context.strokeStyle = text;
	context.fillStyle = background;
	context.fillRect(-5, -5, 10, 10);
	context.strokeRect(-5, -5, 10, 10);
	context.restore();
}
