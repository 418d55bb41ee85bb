/** What Chart.js has no shape for: the surface of each dimension, and what is possible where answers are missing. */
import type { Plugin, RadialLinearScale } from 'chart.js';
import type { ChartRow } from '#lib/domain/result/chart.ts';
import { isUncertain } from '#lib/domain/result/findings.ts';
import { runsOf } from '#lib/domain/result/radar.ts';
import { hatch } from './hatch.ts';
import type { Palette } from './palette.ts';

const BAND = 7;
const SURFACE_OPACITY = 0.18;

export function radarSurfaces(rows: readonly ChartRow[], palette: Palette): Plugin<'radar'> {
	return {
		id: 'surfaces',
		beforeDatasetsDraw({ ctx, scales }) {
			const scale = scales.r as RadialLinearScale;
			ctx.save();
			ctx.globalAlpha = SURFACE_OPACITY;
			for (const run of runsOf(rows)) fillRun(ctx, scale, rows, run, palette);
			ctx.restore();
		},
		afterDatasetsDraw({ ctx, scales }) {
			const scale = scales.r as RadialLinearScale;
			const pattern = hatch(ctx, palette.text, palette.background);
			rows.forEach((row, index) => {
				if (isUncertain(row)) drawBand(ctx, scale, row, index, pattern, palette);
			});
		}
	};
}

function fillRun(
	context: CanvasRenderingContext2D,
	scale: RadialLinearScale,
	rows: readonly ChartRow[],
	run: readonly number[],
	{ hues }: Palette
) {
	context.beginPath();
	context.moveTo(scale.xCenter, scale.yCenter);
	for (const index of run) {
		const { x, y } = scale.getPointPositionForValue(index, rows[index]?.score ?? 0);
		context.lineTo(x, y);
	}
	context.fillStyle = hues[rows[run[0] ?? 0]?.dimension ?? 'decision'];
	context.fill();
}

/** A hatched band along the axis from the lower to the upper bound (M10). */
function drawBand(
	context: CanvasRenderingContext2D,
	scale: RadialLinearScale,
	{ lower, upper }: ChartRow,
	index: number,
	pattern: CanvasPattern | string,
	{ text }: Palette
) {
	const inner = scale.getPointPositionForValue(index, lower ?? 0);
	const outer = scale.getPointPositionForValue(index, upper ?? 0);
	context.save();
	context.translate(inner.x, inner.y);
	context.rotate(Math.atan2(outer.y - inner.y, outer.x - inner.x));
	context.fillStyle = pattern;
	context.strokeStyle = text;
	const length = Math.hypot(outer.x - inner.x, outer.y - inner.y);
	context.fillRect(0, -BAND / 2, length, BAND);
	context.strokeRect(0, -BAND / 2, length, BAND);
	context.restore();
}
