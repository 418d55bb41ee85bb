import type { DimensionId, Instrument } from '#lib/domain/instrument/instrument.ts';
import { layoutOf } from '#lib/domain/scoring/layout.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import { NOT_APPLICABLE } from '#lib/domain/scoring/score.ts';
import { scoreSheet } from '#lib/domain/scoring/score-sheet.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';
import { resultOf } from '#lib/domain/scoring/sheet-result.ts';

/** M16: later minus earlier, −4 to 4; null where nothing can be compared. Ids are those of the later version. */
export interface Change {
	/** the items behind it */
	compared: string[];
	criteria: Record<string, number | null>;
	dimensions: Partial<Record<DimensionId, number | null>>;
	overall: number | null;
}

/**
 * M16: the change between two rounds, over the items that ask the same in both and have a result in both. Either round
 * is scored (M3–M5) as if the instrument had no other items.
 * @param instrument the later round's, as is `extent`
 * @param same earlier id → later id (`sameItems`)
 */
export function changeBetween(
	instrument: Instrument,
	{ variant, scope }: Extent,
	earlier: Pick<AssessmentResult, 'items'>,
	later: Pick<AssessmentResult, 'items'>,
	same: ReadonlyMap<string, string>
): Change {
	const layout = layoutOf(instrument, variant, scope);
	const former = new Map([...same].map(([was, id]) => [id, was]));
	const pairs = layout.items.map((id) => {
		const before = earlier.items[former.get(id) ?? '']?.value ?? null;
		const after = later.items[id]?.value ?? null;
		return before === null || after === null ? undefined : { before, after };
	});
	const scored = (side: 'before' | 'after') =>
		resultOf(
			scoreSheet(
				layout,
				pairs.map((pair) => pair?.[side] ?? NOT_APPLICABLE)
			)
		);
	return {
		compared: layout.items.filter((_, index) => pairs[index]),
		...difference(scored('before'), scored('after'))
	};
}

/** Why two neighbours of a series are not simply one after the other; chart and table mark the place. */
export type Break =
	/** M16: some of what the one asks, the other asks otherwise or not at all */
	| 'texts'
	/** M17: the one is short, the other full */
	| 'variant';

/** M16, M17: what is marked between two rounds. The arguments are those of `changeBetween`, with both instruments. */
export function breaksBetween(
	earlier: Extent & { instrument: Instrument },
	later: Extent & { instrument: Instrument },
	same: ReadonlyMap<string, string>
): Break[] {
	const kept = new Set(same.values());
	const variants = new Set([earlier.variant, later.variant]);
	const variant = variants.size === 1 ? later.variant : 'short';
	const asked = (round: typeof earlier) => layoutOf(round.instrument, variant, round.scope).items;
	const differs = asked(earlier).some((id) => !same.has(id)) || asked(later).some((id) => !kept.has(id));
	return [...(differs ? ['texts' as const] : []), ...(variants.size > 1 ? ['variant' as const] : [])];
}

function difference(before: AssessmentResult, after: AssessmentResult): Omit<Change, 'compared'> {
	const step = (from: number | null | undefined, to: number | null | undefined) =>
		typeof from === 'number' && typeof to === 'number' ? to - from : null;
	const criteria = Object.entries(after.criteria).map(([id, { score }]) => [
		id,
		step(before.criteria[id]?.score, score)
	]);
	const dimensions = (Object.keys(after.dimensions) as DimensionId[]).map((id) => [
		id,
		step(before.dimensions[id]?.score, after.dimensions[id]?.score)
	]);
	return {
		criteria: Object.fromEntries(criteria),
		dimensions: Object.fromEntries(dimensions),
		overall: step(before.overall, after.overall)
	};
}
