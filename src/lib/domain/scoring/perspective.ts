import type { DimensionId, Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Tally } from './item-result.ts';
import type { AssessmentResult } from './result.ts';
import { scoreTallies, type Extent } from './scoring.ts';

/** What a role group said, by item id. */
export type Tallies = Readonly<Record<string, Tally>>;

/** M13: the means of the role groups that have one, and max − min of these; null below two groups. */
export interface Perspective {
	means: Record<string, number>;
	gap: number | null;
}

/** M13: a gap lies between so many groups at least. */
export const GAP_GROUPS = 2;

export interface Perspectives {
	items: Record<string, Perspective>;
	criteria: Record<string, Perspective>;
	dimensions: Partial<Record<DimensionId, Perspective>>;
}

/**
 * M13: how differently the role groups see the same thing. Each group is scored like a team of its own (M2–M4).
 * @param groups what each role group said, by role
 * @param minimum internal minimum size: on an item with fewer levels a group has no mean
 */
export function perspectivesOf(
	instrument: Instrument,
	extent: Extent,
	groups: Readonly<Record<string, Tallies>>,
	minimum: number
): Perspectives {
	const results = Object.entries(groups).map(([role, tallies]): [string, AssessmentResult] => [
		role,
		scoreTallies(instrument, extent, maskSmall(tallies, minimum), {})
	]);
	const frame = scoreTallies(instrument, extent, {}, {});
	const compare = <Id extends string>(
		part: Partial<Record<Id, unknown>>,
		score: (result: AssessmentResult, id: Id) => number | null | undefined
	) =>
		Object.fromEntries(
			(Object.keys(part) as Id[]).map((id) => [
				id,
				perspectiveOf(results.map(([role, result]) => [role, score(result, id)]))
			])
		) as Record<Id, Perspective>;
	return {
		items: compare(frame.items, (result, id) => result.items[id]?.value),
		criteria: compare(frame.criteria, (result, id) => result.criteria[id]?.score),
		dimensions: compare(frame.dimensions, (result, id) => result.dimensions[id]?.score)
	};
}

/** M13: the gap between the groups that have a mean. */
export function perspectiveOf(
	groups: readonly (readonly [role: string, mean: number | null | undefined])[]
): Perspective {
	const means = groups.flatMap(([role, mean]) => (typeof mean === 'number' ? [[role, mean] as const] : []));
	const values = means.map(([, mean]) => mean);
	const gap = values.length < GAP_GROUPS ? null : Math.max(...values) - Math.min(...values);
	return { means: Object.fromEntries(means), gap };
}

function maskSmall(tallies: Tallies, minimum: number): Tallies {
	return Object.fromEntries(
		Object.entries(tallies).map(([item, tally]) => [item, tally.levels < minimum ? { ...tally, sum: null } : tally])
	);
}
