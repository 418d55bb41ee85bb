import { describe, expect, test } from 'vitest';
import type { ChartRow } from './chart.ts';
import { radarOf } from './radar.ts';

const row = (id: string, changes: Partial<ChartRow> = {}): ChartRow => ({
	...{ id, label: id, dimension: 'decision', score: 3, lower: 3, upper: 3, target: null },
	...changes
});

describe('a radar', () => {
	test('begins at the top and goes clockwise, with level 5 at its rim and level 1 off the centre', () => {
		const { marks, axes, rings } = radarOf([
			row('D1', { score: 5 }),
			row('D2', { score: 1 }),
			row('D3', { score: 5 }),
			row('D4', { score: 1 })
		]);
		expect(marks).toMatchObject([
			{ id: 'D1', x: 50, y: 7 },
			{ id: 'D2', x: 58.6, y: 50 },
			{ id: 'D3', x: 50, y: 93 },
			{ id: 'D4', x: 41.4, y: 50 }
		]);
		expect(axes[0]).toEqual({ x: 50, y: 7 });
		expect(rings.map((ring) => ring[0]?.y)).toEqual([41.4, 32.8, 24.2, 15.6, 7]);
	});

	test('parts its line where a score is missing and where another dimension begins', () => {
		const { runs, marks } = radarOf([
			row('D1'),
			row('D2', { score: null }),
			row('D3'),
			row('D4'),
			row('A1', { dimension: 'administration' })
		]);
		expect(runs.map(({ dimension, line, closed }) => [dimension, line.length, closed])).toEqual([
			['decision', 1, false],
			['decision', 2, false],
			['administration', 1, false]
		]);
		expect(marks.map(({ id }) => id)).toEqual(['D1', 'D3', 'D4', 'A1']);
	});

	test('closes the line of a dimension that stands alone', () => {
		expect(radarOf([row('D1'), row('D2'), row('D3')]).runs).toMatchObject([{ closed: true }]);
	});

	test('has bounds only where they differ from the score, and targets only where they were set', () => {
		const { bounds, targets } = radarOf([
			row('D1', { lower: 2, upper: 4 }),
			row('D2', { target: 4 }),
			row('D3', { score: null, lower: 1, upper: 5 })
		]);
		expect(bounds.map(({ id }) => id)).toEqual(['D1', 'D3']);
		expect(targets.map(({ id }) => id)).toEqual(['D2']);
	});
});
