/** A profile as Chart.js draws it: a radar, for images and documents; the page has one of its own. */
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { SCALE, type ChartRow, type ProfileChart } from '#lib/domain/result/chart.ts';
import { DIMENSIONS, type DimensionId } from '#lib/domain/instrument/dimension.ts';
import { wrapLabel } from '#lib/domain/document/wrap-label.ts';
import type { Look } from './look.ts';
import { radarSurfaces } from './radar-surfaces.ts';

type Radar = 'radar';
type Data = (number | null)[];

const MARKS = { decision: 'circle', administration: 'rect', budget: 'triangle' } as const;
const LABEL_WIDTH = 20;

export function radarConfig({ rows }: ProfileChart, look: Look): ChartConfiguration<Radar, Data> {
	const { palette, fontSize } = look;
	const font = { size: fontSize, family: palette.font };
	return {
		type: 'radar',
		data: {
			labels: rows.map(({ label }) => wrapLabel(label, LABEL_WIDTH)),
			datasets: [...DIMENSIONS.flatMap((id) => lineOf(id, rows, look)), ...targetsOf(rows, look)]
		},
		options: {
			...look.frame,
			plugins: { legend: { display: false } },
			scales: {
				r: {
					// The innermost ring is level 1: at the very centre it would look like nothing at all.
					min: SCALE.from - 1,
					max: SCALE.to,
					ticks: {
						stepSize: 1,
						font,
						color: palette.text,
						backdropColor: palette.background,
						callback: (value) => (Number(value) < SCALE.from ? '' : value)
					},
					grid: { color: palette.line, lineWidth: 0.5 },
					angleLines: { color: palette.line, lineWidth: 0.5 },
					pointLabels: { font, color: ({ index }) => palette.hues[rows[index]?.dimension ?? 'decision'] }
				}
			}
		},
		plugins: [radarSurfaces(rows, palette)]
	};
}

/** Along the axes of one dimension; a missing score interrupts the line. */
function lineOf(dimension: DimensionId, rows: readonly ChartRow[], { palette }: Look): ChartDataset<Radar, Data>[] {
	if (!rows.some((row) => row.dimension === dimension)) return [];
	const hue = palette.hues[dimension];
	return [
		{
			data: rows.map((row) => (row.dimension === dimension ? row.score : null)),
			borderColor: hue,
			backgroundColor: hue,
			borderWidth: 2,
			pointStyle: MARKS[dimension],
			pointRadius: 4,
			spanGaps: false
		}
	];
}

function targetsOf(rows: readonly ChartRow[], { palette }: Look): ChartDataset<Radar, Data>[] {
	if (rows.every(({ target }) => target === null)) return [];
	return [
		{
			data: rows.map(({ target }) => target),
			showLine: false,
			borderColor: palette.text,
			backgroundColor: palette.background,
			pointStyle: 'rectRot',
			pointRadius: 5,
			pointBorderWidth: 2
		}
	];
}
