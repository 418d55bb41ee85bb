/** The example on the start page: made-up answers, scored by the same rules as everybody's. */
import { createHash } from 'node:crypto';
import type { Answers, StoredAnswer } from '#lib/domain/answering/answering.ts';
import { itemsOf, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import { soloOutcome } from '#lib/domain/result/outcome.ts';
import type { ItemAnswer, Level } from '#lib/domain/answering/rating.ts';
import { resultView, type ResultView } from '#lib/domain/result/view.ts';

/** Levels of the core items in instrument order; undefined stands for "I don't know", so that bounds can be seen. */
const LEVELS: readonly (Level | undefined)[] = [
	...([3, 2, 3, 2, undefined, 2] as const),
	...([4, 3, 3, 4, 3, 2] as const),
	...([2, 1, 1, 2, 1, 1] as const)
];
const ABOUT = { variant: 'short', seed: 'example' } as const;

/** The result of a short check that nobody made. */
export function exampleResult(instrument: Instrument, locale: Locale): ResultView {
	const items = Object.fromEntries(
		itemsOf(instrument, ABOUT.variant).map(({ id }, index): [string, ItemAnswer] => [
			id,
			{ rating: LEVELS[index] ?? 'unknown' }
		])
	);
	const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
	const outcome = soloOutcome(instrument, ABOUT, { items, criteria: {} }, sha256);
	return resultView({ ...ABOUT, instrument, ...outcome, answers: stored(items) }, locale);
}

function stored(items: Readonly<Record<string, ItemAnswer>>): Answers {
	return new Map(
		Object.entries(items).map(([questionId, value]): [string, StoredAnswer] => [
			questionId,
			{ questionId, revision: 1, value, toBeConfirmed: false }
		])
	);
}
