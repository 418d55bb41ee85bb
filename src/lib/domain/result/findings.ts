/** What the top of a result says: which sentence fits, and what goes into it. The words are the interface's. */
import { DIMENSIONS, type DimensionId } from '#lib/domain/instrument/dimension.ts';
import type { AssessmentResult, CriterionResult, DimensionResult } from '#lib/domain/scoring/result.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { HIGHEST_STAGE, LOWEST_STAGE } from '#lib/domain/scoring/stage.ts';

/** One or more dimensions that stand equally far. */
export interface Place {
	dimensions: DimensionId[];
	stage: number;
	/** as shown (M6) */
	score: number;
}

export type Headline =
	/** no item has a result */
	| { kind: 'nothing' }
	/** everything was said not to apply */
	| { kind: 'notApplicable' }
	/** something is rated, but no dimension has a score */
	| { kind: 'unscored' }
	/** the highest stage wherever there is one */
	| { kind: 'top'; dimensions: DimensionId[] }
	/** one dimension alone has a score, or all stand equally far */
	| { kind: 'one'; place: Place }
	/** the same stage, another score */
	| { kind: 'sameStage'; furthest: Place; least: Place }
	/** `beginning`: the least far dimension is at stage 1 */
	| { kind: 'apart'; furthest: Place; least: Place; beginning: boolean };

/** The sentence at the top: the furthest dimension and the least far one, by stage, then by the score as shown. */
export function headlineOf(result: AssessmentResult): Headline {
	const items = Object.values(result.items);
	if (items.length > 0 && items.every((item) => item.notApplicable)) return { kind: 'notApplicable' };
	if (items.every((item) => item.value === null)) return { kind: 'nothing' };
	const places = placesOf(result);
	const [furthest, least] = [places[0], places.at(-1)];
	if (!furthest || !least) return { kind: 'unscored' };
	if (least.stage === HIGHEST_STAGE) return { kind: 'top', dimensions: places.flatMap((place) => place.dimensions) };
	if (furthest === least) return { kind: 'one', place: furthest };
	if (furthest.stage === least.stage) return { kind: 'sameStage', furthest, least };
	return { kind: 'apart', furthest, least, beginning: least.stage === LOWEST_STAGE };
}

/** The dimensions with a score, the furthest first, those that stand equally far together. */
function placesOf(result: AssessmentResult): Place[] {
	const places: Place[] = [];
	for (const [id, { stage, score }] of assessed(result)) {
		if (stage === null || score === null) continue;
		const shown = shownScore(score);
		const equal = places.find((place) => place.stage === stage && place.score === shown);
		if (equal) equal.dimensions.push(id);
		else places.push({ dimensions: [id], stage, score: shown });
	}
	return places.sort((a, b) => b.stage - a.stage || b.score - a.score);
}

function assessed({ dimensions }: AssessmentResult): [DimensionId, DimensionResult][] {
	return DIMENSIONS.flatMap((id) => (dimensions[id] ? [[id, dimensions[id]] as [DimensionId, DimensionResult]] : []));
}

export interface Uncertainty {
	dimension: DimensionId;
	/** false where too much is missing for a score */
	scored: boolean;
	/** bounds (M10) as shown (M6) */
	lower: number;
	upper: number;
}

/** Whether missing answers could change a score as far as one can see (M10, M6), or keep it from being there. */
export function isUncertain({ score, lower, upper }: Pick<CriterionResult, 'score' | 'lower' | 'upper'>): boolean {
	if (lower === null || upper === null) return false;
	return score === null || shownScore(lower) !== shownScore(upper);
}

/** The dimensions whose value depends on what has not been answered. */
export function uncertainties(result: AssessmentResult): Uncertainty[] {
	return assessed(result).flatMap(([dimension, { score, lower, upper }]) => {
		if (lower === null || upper === null || !isUncertain({ score, lower, upper })) return [];
		return [{ dimension, scored: score !== null, lower: shownScore(lower), upper: shownScore(upper) }];
	});
}
