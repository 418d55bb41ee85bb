import { quantile } from './quantile.ts';
import type { DimensionId, Instrument } from '#lib/domain/instrument/instrument.ts';
import { countedOnce, itemResult, type Respondent } from './item-result.ts';
import { layoutOf, type Layout } from './layout.ts';
import { isScore } from './score.ts';
import { dimensionScores } from './score-sheet.ts';
import type { AssessmentInput } from './scoring.ts';

/** M11: the bootstrap tells too little about fewer respondents; ten or more are recommended. */
export const INTERVAL_MINIMUM = 8;
export const INTERVAL_RECOMMENDED = 10;
export const RESAMPLES = 1_000;
/** M11: so that 90 % of the resamples lie between. */
export const INTERVAL_SHARES = [0.05, 0.95] as const;
/** M11: how often such an interval really covers the value with so few people; the reason not to call it confidence. */
export const INTERVAL_COVERAGE = [0.81, 0.88] as const;

/** Per dimension the lower and upper end, unrounded. */
export type Intervals = Partial<Record<DimensionId, [number, number]>>;

/**
 * M11: spread of the dimension scores of a team before consensus, by a percentile bootstrap over its respondents.
 * A dimension without a score has none; below eight respondents no dimension has.
 * @param random freshly started (`mulberry32`)
 */
export function spreadIntervals(
	instrument: Instrument,
	{ variant, scope, respondents, masked }: Omit<AssessmentInput, 'mode' | 'consensus'>,
	random: () => number
): Intervals {
	const people = countedOnce(respondents);
	if (people.length < INTERVAL_MINIMUM) return {};
	const layout = layoutOf(instrument, variant, scope);
	const columns = layout.items.map((item): Column => ({
		codes: Int8Array.from(people, ({ ratings }) => codeOf(ratings[item])),
		masked: masked?.has(item) ?? false
	}));
	const scores = scoresOf(layout, columns, new Int32Array(people.length).fill(1));
	const resamples = Array.from({ length: RESAMPLES }, () => {
		const times = new Int32Array(people.length);
		for (let draw = 0; draw < people.length; draw++) {
			const person = Math.floor(random() * people.length);
			times[person] = (times[person] as number) + 1;
		}
		return scoresOf(layout, columns, times);
	});
	const intervals: Intervals = {};
	for (const [index, { id }] of layout.dimensions.entries()) {
		const drawn = resamples.map((sample) => sample[index] as number).filter(isScore);
		if (isScore(scores[index] as number) && drawn.length > 0) intervals[id] = middleOf(drawn);
	}
	return intervals;
}

/** What everybody said about one item; as numbers, so that a thousand resamples need no look-up by name. */
interface Column {
	codes: Int8Array;
	masked: boolean;
}

const NOTHING = 0;
const DOES_NOT_APPLY = -1;

function codeOf(rating: Respondent['ratings'][string]): number {
	if (rating === 'notApplicable') return DOES_NOT_APPLY;
	return rating === undefined || rating === 'unknown' ? NOTHING : rating;
}

/** M2–M4, each person as many times as drawn. */
function scoresOf(layout: Layout, columns: readonly Column[], times: Int32Array): number[] {
	const results = columns.map(({ codes, masked }) => {
		let levels = 0;
		let sum = 0;
		let notApplicable = 0;
		for (let person = 0; person < codes.length; person++) {
			const code = codes[person] as number;
			const count = times[person] as number;
			if (code > NOTHING) {
				levels += count;
				sum += count * code;
			} else if (code === DOES_NOT_APPLY) notApplicable += count;
		}
		return itemResult({ levels, sum: masked ? null : sum, notApplicable });
	});
	return dimensionScores(layout, results);
}

function middleOf(scores: readonly number[]): [number, number] {
	const ascending = scores.toSorted((a, b) => a - b);
	return [quantile(ascending, INTERVAL_SHARES[0]), quantile(ascending, INTERVAL_SHARES[1])];
}
