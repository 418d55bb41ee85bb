import { quantile } from './quantile.ts';
import type { DimensionId, Instrument } from './instrument.ts';
import { countedOnce, itemResult, type Respondent } from './item-result.ts';
import { layoutOf, type Layout } from './layout.ts';
import { isScore } from './score.ts';
import { scoreSheet } from './score-sheet.ts';
import type { Extent } from './scoring.ts';

/** M11: the bootstrap tells too little about fewer respondents; ten or more are recommended. */
export const INTERVAL_MINIMUM = 8;
export const INTERVAL_RECOMMENDED = 10;
export const RESAMPLES = 1_000;
/** M11: so that 90 % of the resamples lie between. */
export const INTERVAL_SHARES = [0.05, 0.95] as const;

/** Per dimension the lower and upper end, unrounded. */
export type Intervals = Partial<Record<DimensionId, [number, number]>>;

/**
 * M11: spread of the dimension scores of a team before consensus, by a percentile bootstrap over its respondents.
 * A dimension without a score has none; below eight respondents nobody has.
 * @param random freshly started (`mulberry32`)
 */
export function spreadIntervals(
	instrument: Instrument,
	{ variant, scope }: Extent,
	respondents: readonly Respondent[],
	random: () => number
): Intervals {
	const layout = layoutOf(instrument, variant, scope);
	const sorted = countedOnce(respondents);
	if (sorted.length < INTERVAL_MINIMUM) return {};
	const columns = layout.items.map((item) => sorted.map(({ ratings }) => codeOf(ratings[item])));
	const everybody = sorted.map((_, index) => index);
	const real = dimensionScores(layout, columns, everybody);
	const drawn = Array.from({ length: RESAMPLES }, () =>
		dimensionScores(
			layout,
			columns,
			everybody.map(() => Math.floor(random() * sorted.length))
		)
	);
	const intervals: Intervals = {};
	for (const [index, { id }] of layout.dimensions.entries()) {
		const scores = drawn
			.map((sample) => sample[index] as number)
			.filter(isScore)
			.sort((a, b) => a - b);
		if (isScore(real[index] as number) && scores.length > 0)
			intervals[id] = [quantile(scores, INTERVAL_SHARES[0]), quantile(scores, INTERVAL_SHARES[1])];
	}
	return intervals;
}

const NOTHING = 0;
const DOES_NOT_APPLY = -1;

/** A rating as a number, so that a thousand resamples need no look-up by name. */
function codeOf(rating: Respondent['ratings'][string]): number {
	if (rating === 'notApplicable') return DOES_NOT_APPLY;
	return rating === undefined || rating === 'unknown' ? NOTHING : rating;
}

/** M2–M4 for the people picked, some of them several times. */
function dimensionScores(layout: Layout, columns: number[][], picked: number[]): number[] {
	const results = columns.map((column) => {
		const tally = { levels: 0, sum: 0, notApplicable: 0 };
		for (const index of picked) {
			const code = column[index] as number;
			if (code === DOES_NOT_APPLY) tally.notApplicable++;
			else if (code !== NOTHING) {
				tally.levels++;
				tally.sum += code;
			}
		}
		return itemResult(tally);
	});
	return scoreSheet(layout, results).dimensions.scores;
}
