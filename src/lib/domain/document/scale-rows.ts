/** What charts of rows on the scale 1–5 have in common, whatever they tell: bars, ranges and marks. */
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { isUncertain } from '#lib/domain/result/findings.ts';
import { SCALE } from '#lib/domain/result/chart.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { INK, HUES } from './chart-look.ts';
import type { DocumentChart, LegendWords } from './chart.ts';

export interface ScaleRow {
	label: string;
	/** its colour; ink without one */
	hue: string;
	/** from where to where; `line` is drawn from end to end, `bar` and `hatch` are surfaces */
	spans: { from: number; to: number; shape: 'bar' | 'hatch' | 'line' }[];
	marks: { at: number; shape: MarkShape }[];
	/** the number at the end of the row */
	value: string;
}

/** `end` and `tick` are values of the range, `result` and `target` others. */
export type MarkShape = 'end' | 'tick' | 'result' | 'target';

export interface ScaleChart {
	rows: ScaleRow[];
	legend: [sample: 'bar' | 'hatch' | 'line' | MarkShape, word: string][];
}

/** M6 as the language writes it: 2,5 or 2.5. */
export function writtenScore(score: number, language: Locale): string {
	const digits = shownScore(score).toFixed(1);
	return language === 'de' ? digits.replace('.', ',') : digits;
}

type ScaleKind = Extract<DocumentChart, { kind: 'bars' | 'spread' | 'gaps' | 'comparison' }>;

const NOTHING = '–';

export function scaleChart(chart: ScaleKind, language: Locale): ScaleChart {
	const told = (value: number | null) => (value === null ? NOTHING : writtenScore(value, language));
	switch (chart.kind) {
		case 'bars':
			return {
				rows: chart.rows.map((row) => ({
					label: `${row.id} ${row.label}`,
					hue: HUES[row.dimension],
					spans: [
						...(row.score === null ? [] : [{ from: SCALE.from, to: row.score, shape: 'bar' as const }]),
						...(isUncertain(row) && row.lower !== null && row.upper !== null
							? [{ from: row.lower, to: row.upper, shape: 'hatch' as const }]
							: [])
					],
					marks: row.target === null ? [] : [{ at: row.target, shape: 'target' as const }],
					value: told(row.score)
				})),
				legend: legendOf(chart.legend, { score: 'bar', bounds: 'hatch', target: 'target' })
			};
		case 'spread':
			return {
				rows: chart.rows.map(({ name, lower, upper, dimension, result }) => ({
					label: name,
					hue: HUES[dimension],
					spans: [{ from: lower, to: upper, shape: 'hatch' as const }],
					marks: result === null ? [] : [{ at: result, shape: 'result' as const }],
					value: told(result)
				})),
				legend: legendOf(chart.legend, { range: 'hatch', mark: 'result' })
			};
		case 'gaps':
			return {
				rows: chart.rows.map(({ name, means, lowest, highest, gap }) => ({
					label: name,
					hue: INK,
					spans: [{ from: lowest.mean, to: highest.mean, shape: 'line' as const }],
					marks: means.map(([group, at]) => ({
						at,
						shape: group === lowest.group || group === highest.group ? ('end' as const) : ('tick' as const)
					})),
					value: told(gap)
				})),
				legend: legendOf(chart.legend, { end: 'end', mark: 'tick' })
			};
		case 'comparison':
			return {
				rows: chart.rows.map(({ name, own, median, q1, q3 }) => ({
					label: name,
					hue: INK,
					spans: q1 === undefined || q3 === undefined ? [] : [{ from: q1, to: q3, shape: 'hatch' as const }],
					marks: [
						...(median === undefined ? [] : [{ at: median, shape: 'tick' as const }]),
						...(own === null ? [] : [{ at: own, shape: 'result' as const }])
					],
					value: told(own)
				})),
				legend: legendOf(chart.legend, { mark: 'result', median: 'tick', range: 'hatch' })
			};
	}
}

function legendOf(
	words: LegendWords,
	samples: Partial<Record<keyof LegendWords, ScaleChart['legend'][number][0]>>
): ScaleChart['legend'] {
	return Object.entries(samples).flatMap(([key, sample]) => {
		const word = words[key as keyof LegendWords];
		return word ? [[sample, word] as [typeof sample, string]] : [];
	});
}
