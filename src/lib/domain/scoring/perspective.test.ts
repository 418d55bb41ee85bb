import { expect, test } from 'vitest';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { perspectiveOf, perspectivesOf } from './perspective.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();
const MINIMUM = 5;

/** A group in which so many people gave each item levels with this sum. */
function group(levels: number, sum: number, changes: Record<string, { levels: number; sum: number }> = {}) {
	return Object.fromEntries(
		itemsOf(instrument, 'full').map(({ id }) => [id, { notApplicable: 0, ...(changes[id] ?? { levels, sum }) }])
	);
}

const compare = (groups: Record<string, ReturnType<typeof group>>) =>
	perspectivesOf(instrument, { variant: 'full' }, groups, MINIMUM);

test('M13: the gap is the highest minus the lowest mean of the role groups, per item, criterion and dimension', () => {
	const { items, criteria, dimensions } = compare({
		leadership: group(5, 20, { 'D1.1': { levels: 5, sum: 25 } }),
		staff: group(6, 12),
		council: group(8, 24)
	});
	expect(items['D1.1']).toEqual({ means: { leadership: 5, staff: 2, council: 3 }, gap: 3 });
	expect(criteria.D1?.means.leadership).toBeCloseTo(13 / 3, 12);
	expect(criteria.D1?.gap).toBeCloseTo(7 / 3, 12);
	expect(dimensions.budget).toEqual({ means: { leadership: 4, staff: 2, council: 3 }, gap: 2 });
});

test('M13: a group below the minimum has no mean, and one group alone no gap', () => {
	const { items, dimensions } = compare({ leadership: group(4, 16), staff: group(5, 10) });
	expect(items['B1.1']).toEqual({ means: { staff: 2 }, gap: null });
	expect(dimensions.decision).toEqual({ means: { staff: 2 }, gap: null });
});

test('M13: a group that is too small on single items has means where it is not', () => {
	const few = { levels: 4, sum: 4 };
	const { items, criteria } = compare({
		leadership: group(5, 20, { 'D1.1': few, 'D2.1': few, 'D2.2': few }),
		staff: group(5, 10)
	});
	expect(items['D1.1']?.gap).toBeNull();
	expect(criteria.D1).toEqual({ means: { leadership: 4, staff: 2 }, gap: 2 });
	expect(criteria.D2).toEqual({ means: { staff: 2 }, gap: null });
});

test('M13: without any group there is nothing to compare', () => {
	expect(perspectiveOf([])).toEqual({ means: {}, gap: null });
	expect(compare({}).items['A1.1']).toEqual({ means: {}, gap: null });
});
