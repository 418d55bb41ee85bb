import { itemsOfCriterion } from '#lib/domain/instrument/instrument.ts';
import type { DimensionId, Instrument, Variant } from '#lib/domain/instrument/instrument.ts';

/** Neighbouring indices, `from` up to before `to`. */
export interface Range {
	from: number;
	to: number;
}

export interface CriterionLayout {
	id: string;
	items: Range;
}

export interface DimensionLayout {
	id: DimensionId;
	criteria: Range;
	items: Range;
}

/** The skeleton of an instrument for calculating: everything is an index, in instrument order. */
export interface Layout {
	items: readonly string[];
	criteria: readonly CriterionLayout[];
	dimensions: readonly DimensionLayout[];
	/** M4: per criterion */
	weights: readonly number[];
}

/** M4: every criterion counts the same in version 1. */
export const CRITERION_WEIGHT = 1;

const layouts = new WeakMap<Instrument, Map<string, Layout>>();

/** The layout of an instrument in a variant (M17), of one dimension alone where a scope is given; made once each. */
export function layoutOf(instrument: Instrument, variant: Variant, scope?: DimensionId): Layout {
	let known = layouts.get(instrument);
	if (!known) layouts.set(instrument, (known = new Map()));
	const key = `${variant} ${scope ?? 'all'}`;
	let layout = known.get(key);
	if (!layout) known.set(key, (layout = compile(instrument, variant, scope)));
	return layout;
}

function compile(instrument: Instrument, variant: Variant, scope: DimensionId | undefined): Layout {
	const items: string[] = [];
	const criteria: CriterionLayout[] = [];
	const dimensions: DimensionLayout[] = [];
	for (const dimension of instrument.dimensions) {
		if (scope && dimension.id !== scope) continue;
		const before = { criteria: criteria.length, items: items.length };
		for (const criterion of dimension.criteria) {
			const from = items.length;
			items.push(...itemsOfCriterion(criterion, variant).map((item) => item.id));
			criteria.push({ id: criterion.id, items: { from, to: items.length } });
		}
		dimensions.push({
			id: dimension.id,
			criteria: { from: before.criteria, to: criteria.length },
			items: { from: before.items, to: items.length }
		});
	}
	return { items, criteria, dimensions, weights: criteria.map(() => CRITERION_WEIGHT) };
}
