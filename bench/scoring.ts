import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { overallScore } from '#lib/domain/scoring/overall-score.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';
import { scoreAssessment, sheetOf, soloInput, type AssessmentInput } from '#lib/domain/scoring/scoring.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { Figure, Section } from './figure.ts';
import { NOT_APPLICABLE, plainOverall, UNKNOWN } from './plain-scoring.ts';

const CHECKS = 1_000_000;
/** So many different checks, again and again: more than any processor's cache of branches and objects can know. */
const DIFFERENT = 10_000;

const { instrument } = currentInstrument();
const ids = itemsOf(instrument, 'full').map(({ id }) => id);

/** Ratings around a municipality's own level; 4 % unknown, 3 % not applicable. */
function makeRatings(random: () => number): Rating[] {
	const own = 1 + 4 * random();
	return ids.map(() => {
		const chance = random();
		if (chance < 0.04) return 'unknown';
		if (chance < 0.07) return 'notApplicable';
		return Math.min(5, Math.max(1, Math.round(own + 3 * random() - 1.5))) as Rating;
	});
}

function codeOf(rating: Rating): number {
	if (rating === 'notApplicable') return NOT_APPLICABLE;
	return rating === 'unknown' ? UNKNOWN : rating;
}

interface Timed {
	seconds: number;
	/** of all overall scores, to see that every way has scored the same */
	total: number;
}

function time(overall: (index: number) => number | null): Timed {
	const start = performance.now();
	let total = 0;
	for (let check = 0; check < CHECKS; check++) total += overall(check % DIFFERENT) ?? 0;
	return { seconds: (performance.now() - start) / 1000, total };
}

/** One million full solo checks by the product's scorer, and the least that they can cost. */
async function run(): Promise<Figure[]> {
	const random = mulberry32(2030);
	const ratings = Array.from({ length: DIFFERENT }, () => makeRatings(random));
	const inputs = ratings.map((list) =>
		soloInput({ variant: 'full' }, Object.fromEntries(list.map((rating, index) => [ids[index], rating])))
	);
	const levels = Int8Array.from(ratings.flat(), codeOf);
	const inputAt = (index: number) => inputs[index] as AssessmentInput;

	const plain = time((index) => plainOverall(levels, index * ids.length));
	const sheets = time((index) => overallScore(sheetOf(instrument, inputAt(index)).dimensions.scores).overall);
	const named = time((index) => scoreAssessment(instrument, inputAt(index)).overall);
	for (const { total } of [sheets, named])
		if (Math.abs(total - plain.total) > 1e-6 * CHECKS) throw new Error(`Scores differ: ${total}, ${plain.total}`);
	return [
		{
			what: 'everything (M2–M8, M10), by index',
			value: sheets.seconds,
			unit: 's',
			bar: { better: 'lower', limit: 15, stretch: 5 },
			beside: `${(sheets.seconds / plain.seconds).toFixed(1)} times the plain loop`
		},
		{
			what: 'the same with results by name',
			value: named.seconds,
			unit: 's',
			bar: { better: 'lower', limit: 15 }
		},
		{ what: 'plain loop over a flat array, M3–M5 only', value: plain.seconds, unit: 's', beside: 'the limit' }
	];
}

export const scoring: Section = {
	name: 'scoring',
	title: 'Scoring one million full solo checks',
	method: `${DIFFERENT} different checks with 54 ratings by name, scored in turn in one process by the scorer that every result comes from; all ways must give the same sum of overall scores.`,
	run
};
