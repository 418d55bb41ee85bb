import { expect, test } from 'vitest';
import { layoutOf } from './layout.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const { instrument } = currentInstrument();

test('a layout names items, criteria and dimensions in instrument order, with the ranges they cover', () => {
	const layout = layoutOf(instrument, 'full');
	expect(layout.items).toHaveLength(54);
	expect(layout.items.slice(0, 4)).toEqual(['D1.1', 'D1.2', 'D1.3', 'D2.1']);
	expect(layout.criteria[1]).toEqual({ id: 'D2', items: { from: 3, to: 6 } });
	expect(layout.dimensions[1]).toEqual({
		id: 'administration',
		criteria: { from: 6, to: 12 },
		items: { from: 18, to: 36 }
	});
	expect(layout.weights).toEqual(Array.from({ length: 18 }, () => 1));
});

test('M17: the short variant has one item a criterion, its core item', () => {
	const layout = layoutOf(instrument, 'short');
	const core = instrument.dimensions.flatMap(({ criteria }) =>
		criteria.flatMap(({ items }) => items.filter((item) => item.core).map(({ id }) => id))
	);
	expect(layout.items).toEqual(core);
	expect(layout.criteria.map(({ items }) => items.to - items.from)).toEqual(Array.from({ length: 18 }, () => 1));
});

test('one dimension alone begins at index 0', () => {
	const layout = layoutOf(instrument, 'short', 'budget');
	expect(layout.dimensions).toEqual([{ id: 'budget', criteria: { from: 0, to: 6 }, items: { from: 0, to: 6 } }]);
	expect(layout.criteria[0]?.id).toBe('B1');
});

test('a layout is made once for each variant and scope', () => {
	expect(layoutOf(instrument, 'full')).toBe(layoutOf(instrument, 'full'));
	expect(layoutOf(instrument, 'full')).not.toBe(layoutOf(instrument, 'full', 'budget'));
	expect(layoutOf(structuredClone(instrument), 'full')).not.toBe(layoutOf(instrument, 'full'));
});
