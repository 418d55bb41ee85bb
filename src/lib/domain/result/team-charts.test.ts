import { expect, test } from 'vitest';
import type { AgreementWord } from '#lib/domain/scoring/agreement.ts';
import type { ResultView } from './view.ts';
import { agreementChart, gapChart, spreadChart, widestSpread } from './team-charts.ts';
import { TOO_FEW } from '#lib/domain/round/team-item.ts';

/** Two dimensions with a criterion each; the budget has no score. */
const VIEW = {
	dimensions: [
		{ id: 'decision', name: 'Decision', score: 2.5, criteria: [criterion('D1', 'decision', ['D1.1', 'D1.2', 'D1.3'])] },
		{ id: 'budget', name: 'Budget', score: null, criteria: [criterion('B1', 'budget', ['B1.1', 'B1.2'])] }
	]
} as unknown as ResultView;

function criterion(id: string, dimension: string, items: string[]) {
	return { id, name: id, dimension, items: items.map((item) => ({ id: item })) };
}

const seen = (agreement?: AgreementWord) => ({
	...{ mean: 3, distribution: TOO_FEW, groups: [] },
	...(agreement && { agreement })
});

test('M12: items are counted by their word, and what is not told is counted as such', () => {
	const items = (['strong', 'weak', undefined, 'strong'] as const).map((word, index) => ({
		item: ['D1.1', 'D1.2', 'D1.3', 'B1.1'][index] ?? '',
		seen: seen(word)
	}));
	const { total, dimensions, criteria } = agreementChart(items, VIEW);
	expect(total).toEqual({ strong: 2, moderate: 0, weak: 1, none: 2 });
	expect(dimensions.map(({ counts }) => counts)).toEqual([
		{ strong: 1, moderate: 0, weak: 1, none: 1 },
		{ strong: 1, moderate: 0, weak: 0, none: 1 }
	]);
	expect(criteria.map(({ id }) => id)).toEqual(['D1', 'B1']);
});

test('M11: the spread stands beside what came out in the end, if anything did', () => {
	const rows = spreadChart(
		[
			{ dimension: 'decision', name: 'Decision', lower: 2, upper: 2.6 },
			{ dimension: 'budget', name: 'Budget', lower: 1, upper: 2.2 }
		],
		VIEW
	);
	expect(rows.map(({ result }) => result)).toEqual([2.5, null]);
	expect(widestSpread(rows)?.dimension).toBe('budget');
	expect(widestSpread([])).toBeUndefined();
});

test('M13: the groups stand from the highest to the lowest', () => {
	const [row] = gapChart([
		{
			id: 'D1',
			name: 'D1',
			means: [
				['staff', 2],
				['council', 3.5],
				['others', 1.5]
			],
			gap: 2
		}
	]);
	expect(row?.means.map(([group]) => group)).toEqual(['council', 'staff', 'others']);
	expect(row).toMatchObject({ highest: { group: 'council', mean: 3.5 }, lowest: { group: 'others', mean: 1.5 } });
	expect(gapChart([])).toEqual([]);
});
