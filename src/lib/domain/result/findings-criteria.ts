/** What the criteria of a result say: what stands out upwards and downwards. */
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';

/** From this level on a rule exists and is followed: what lies below is no strength yet. */
export const STRENGTH_FROM = 3;
/** From this level on a criterion is embedded: what lies there is no gap any more. */
export const GAP_BELOW = 4;
/** More would be a list, not a finding. */
export const MOST_NAMED = 3;

/** A criterion with its score as shown (M6). */
export interface NamedScore {
	id: string;
	score: number;
}

export interface CriteriaFinding {
	/** up to three above the mean of all criteria with a score, the highest first */
	strengths: NamedScore[];
	/** up to three below that mean, the lowest first */
	gaps: NamedScore[];
	/** the two ends of the profile; absent where all criteria with a score are alike */
	ends?: { highest: NamedScore; lowest: NamedScore };
	/** number of criteria with a score */
	scored: number;
	/** ids of criteria that apply, but have too few answers for a score */
	unscored: string[];
}

/** Strengths and gaps of the profile; where all criteria are alike there are none. Ties stand in instrument order. */
export function criteriaFinding({ criteria }: AssessmentResult): CriteriaFinding {
	const entries = Object.entries(criteria);
	const scored = entries.flatMap(([id, { score }]) => (score === null ? [] : [{ id, score: shownScore(score) }]));
	const mean = scored.reduce((sum, { score }) => sum + score, 0) / scored.length;
	const above = scored.filter(({ score }) => score > mean).sort((a, b) => b.score - a.score);
	const below = scored.filter(({ score }) => score < mean).sort((a, b) => a.score - b.score);
	const [highest, lowest] = [above[0], below[0]];
	return {
		strengths: above.filter(({ score }) => score >= STRENGTH_FROM).slice(0, MOST_NAMED),
		gaps: below.filter(({ score }) => score < GAP_BELOW).slice(0, MOST_NAMED),
		...(highest && lowest && { ends: { highest, lowest } }),
		scored: scored.length,
		unscored: entries.filter(([, one]) => one.score === null && !one.notApplicable).map(([id]) => id)
	};
}
