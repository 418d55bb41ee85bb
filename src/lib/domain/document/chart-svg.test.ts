import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ChartRow } from '#lib/domain/result/chart.ts';
import { HUES } from './chart-look.ts';
import type { DocumentChart } from './chart.ts';
import { chartSvg } from './chart-svg.ts';

const row = (id: string, score: number | null, more: Partial<ChartRow> = {}): ChartRow => ({
	...{ id, label: 'Führung', dimension: 'administration', score, lower: score, upper: score, target: null },
	...more
});
const legend = { score: 'Wert', bounds: 'möglich', target: 'Ziel' };
const bars = (...rows: ChartRow[]): DocumentChart => ({ kind: 'bars', rows, legend });
const radar = (...rows: ChartRow[]): DocumentChart => ({
	kind: 'radar',
	rows,
	dimensions: { decision: 'Rat', administration: 'Verwaltung', budget: 'Haushalt' }
});
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe('charts of documents', () => {
	test('write numbers as the language does', () => {
		expect(chartSvg(bars(row('A1', 2.45)), 'de').svg).toContain('>2,5</text>');
		expect(chartSvg(bars(row('A1', 2.45)), 'en').svg).toContain('>2.5</text>');
	});

	test('draw no value where there is none, but what is possible', () => {
		const { svg } = chartSvg(bars(row('A1', null, { lower: 1.5, upper: 3 })), 'de');
		expect(count(svg, `fill="${HUES.administration}"`), 'the label alone').toBe(1);
		expect(svg).toContain('>–</text>');
		expect(count(svg, 'url(#hatch)'), 'row and legend').toBe(2);
	});

	test('tell dimensions by shape as well as by colour, with their names beside it', () => {
		const all = [row('D1', 2, { dimension: 'decision' }), row('A1', 3), row('B1', 4, { dimension: 'budget' })];
		const { svg } = chartSvg(radar(...all), 'de');
		for (const name of ['Rat', 'Verwaltung', 'Haushalt', 'D1', 'A1', 'B1']) expect(svg).toContain(`>${name}</text>`);
		for (const shape of ['circle', 'rect', 'polygon']) expect(svg).toMatch(new RegExp(`<${shape} [^>]*fill="#`));
	});

	test('grow with long names and many rows, and keep their width', () => {
		const short = chartSvg(bars(row('A1', 2)), 'de');
		const long = chartSvg(bars(row('A1', 2, { label: 'Sehr langer Name '.repeat(10) })), 'de');
		expect(long.height).toBeGreaterThan(short.height);
		expect(long.width).toBe(short.width);
	});

	test('hold every name as text, never as markup', () => {
		const label = '</text><script>alert(1)</script>&"';
		const rows = [{ id: 'x', name: label, dimension: 'budget' as const, counts: counts(1) }];
		const names = { strong: label, moderate: 'b', weak: 'c', none: 'd' };
		const drawn = [chartSvg(bars(row('A1', 2, { label })), 'de'), chartSvg({ kind: 'agreement', rows, names }, 'de')];
		for (const { svg } of drawn) expect(svg).not.toContain('<script');
	});

	test('are written larger for programs that draw in dots, in the same picture', () => {
		const [one, two] = [chartSvg(radar(row('A1', 2)), 'de'), chartSvg(radar(row('A1', 2)), 'de', 2)];
		expect(two.svg).toContain(`width="${2 * one.width}"`);
		expect(two.svg.slice(two.svg.indexOf('viewBox'))).toBe(one.svg.slice(one.svg.indexOf('viewBox')));
	});

	test('have the colours of the page in its light theme', () => {
		const styles = readFileSync('src/styles/app.scss', 'utf8');
		const light = /@mixin light-hues \{([^}]*)\}/.exec(styles)?.[1] ?? '';
		for (const [id, hue] of Object.entries(HUES)) expect(light).toContain(`--hue-${id}: ${hue};`);
	});

	test('show agreement as parts of one bar, and leave out what does not occur', () => {
		const names = { strong: 'einig', moderate: 'gemischt', weak: 'uneinig', none: 'zu wenige' };
		const rows = [{ id: 'budget', name: 'Haushalt', dimension: 'budget' as const, counts: counts(9) }];
		const { svg } = chartSvg({ kind: 'agreement', rows, names }, 'de');
		expect(svg).toContain('>9</text>');
		expect(svg).not.toContain('zu wenige');
	});
});

const counts = (strong: number) => ({ strong, moderate: 3, weak: 2, none: 0 });
