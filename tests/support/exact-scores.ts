/** M2–M7 and M10 in fractions of whole numbers, word by word from the rules: what doubles must come out at. */
import { itemsOfCriterion, type Dimension, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { AssessmentInput } from '#lib/domain/scoring/scoring.ts';

/** Numerator and denominator, which is positive. */
type Fraction = readonly [bigint, bigint];

/** No value, or not applicable. */
type Result = Fraction | 'none' | 'notApplicable';

const whole = (value: number): Fraction => [BigInt(value), 1n];
const compare = ([a, b]: Fraction, [c, d]: Fraction) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const isFraction = (result: Result): result is Fraction => typeof result !== 'string';

function mean(values: readonly Fraction[]): Fraction {
	const [sum, parts] = values.reduce(plus, whole(0));
	return [sum, parts * BigInt(values.length)];
}

/** Half up, to so many steps per unit; the number of steps. */
function halfUp([a, b]: Fraction, steps: number): number {
	return Number((2n * a * BigInt(steps) + b) / (2n * b));
}

function itemResult({ mode, respondents, consensus, masked }: AssessmentInput, item: string): Result {
	const decision = mode === 'team' ? consensus[item] : undefined;
	if (decision !== undefined) return decision === 'notApplicable' ? decision : whole(decision);
	const said = respondents.map(({ ratings }) => ratings[item]);
	const levels = said.filter((rating) => typeof rating === 'number');
	const without = said.filter((rating) => rating === 'notApplicable').length;
	if (2 * without > without + levels.length) return 'notApplicable';
	return levels.length === 0 || masked?.has(item) ? 'none' : mean(levels.map(whole));
}

/** M3 and M4 alike, with all criteria of one weight; `covered` false drops the two thirds, as M10 does. */
function meanOf(parts: readonly Result[], covered = true): Result {
	const applicable = parts.filter((part) => part !== 'notApplicable');
	const there = applicable.filter(isFraction);
	if (applicable.length === 0) return 'notApplicable';
	return covered && 3 * there.length < 2 * applicable.length ? 'none' : mean(there);
}

export interface ExactScores {
	score: number | null;
	shown: number | null;
	percent: number | null;
	stage: number | null;
	lower: number | null;
	upper: number | null;
}

export function exactScores(instrument: Instrument, dimension: Dimension, input: AssessmentInput): ExactScores {
	const results = dimension.criteria.map((criterion) =>
		itemsOfCriterion(criterion, input.variant).map((item) => itemResult(input, item.id))
	);
	const criteria = results.map((items) => meanOf(items));
	const score = meanOf(criteria);
	const filled = (fill: number) =>
		meanOf(
			results.map((items) =>
				meanOf(
					items.map((item) => (item === 'none' ? whole(fill) : item)),
					false
				)
			),
			false
		);
	const [lower, upper] = [filled(1), filled(5)];
	const ends = [lower, score, upper].filter(isFraction).sort(compare);
	if (!isFraction(score))
		return { score: null, shown: null, percent: null, stage: null, lower: numberOf(lower), upper: numberOf(upper) };
	return {
		score: numberOf(score),
		shown: halfUp(score, 10) / 10,
		percent: halfUp([score[0] - score[1], score[1]], 25),
		stage: stageOf(results.flat().filter(isFraction), criteria.filter(isFraction)),
		lower: numberOf(ends[0] ?? 'none'),
		upper: numberOf(ends.at(-1) ?? 'none')
	};
}

function numberOf(result: Result): number | null {
	return isFraction(result) ? Number(result[0]) / Number(result[1]) : null;
}

function stageOf(items: readonly Fraction[], criteria: readonly Fraction[]): number {
	const holds = (stage: number) =>
		5 * items.filter((item) => halfUp(item, 1) >= stage).length >= 4 * items.length &&
		criteria.every((criterion) => compare(criterion, whole(stage - 1)) >= 0);
	return [5, 4, 3, 2].find(holds) ?? 1;
}
