import type { Decision, Rating } from '#lib/domain/answering/rating.ts';
import { NO_SCORE, NOT_APPLICABLE } from './score.ts';

/** One person's submitted ratings by item id; an item that is absent is missing (M1). */
export interface Respondent {
	id: string;
	/** role group, or null where it must not be known */
	role: string | null;
	ratings: Readonly<Record<string, Rating | undefined>>;
	/** the items this person was asked about; everything where it is left out */
	asked?: ReadonlySet<string>;
}

/** What all respondents together said about one item, as far as M2 needs it. */
export interface Tally {
	/** how many gave a level */
	levels: number;
	/** sum of these levels; null where D12 masks them, then they are no value */
	sum: number | null;
	/** how many said that it does not apply */
	notApplicable: number;
}

/**
 * M2: every respondent counts once; of several submissions under one id the last one stands. They are put in the order
 * of their ids, so that the order in which people answered changes no digit.
 */
export function countedOnce(respondents: readonly Respondent[]): readonly Respondent[] {
	if (respondents.length < 2) return respondents;
	const last = new Map(respondents.map((respondent) => [respondent.id, respondent]));
	return [...last.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** M1: only a level is a value; `unknown` and missing leave no trace here. */
export function tallyOf(respondents: readonly Respondent[], item: string): Tally {
	let levels = 0;
	let sum = 0;
	let notApplicable = 0;
	for (const { ratings } of respondents) {
		const rating = ratings[item];
		if (rating === 'notApplicable') notApplicable++;
		else if (rating !== undefined && rating !== 'unknown') {
			levels++;
			sum += rating;
		}
	}
	return { levels, sum, notApplicable };
}

/** M2: a score, `NO_SCORE` or `NOT_APPLICABLE`. With one respondent the mean is the level given, as (a) wants it. */
export function itemResult({ levels, sum, notApplicable }: Tally, decision?: Decision): number {
	if (decision !== undefined) return decision === 'notApplicable' ? NOT_APPLICABLE : decision;
	if (mostSayNotApplicable(levels, notApplicable)) return NOT_APPLICABLE;
	return levels > 0 && sum !== null ? sum / levels : NO_SCORE;
}

/** M2: strictly more than half of those who gave a level or said that it does not apply. */
function mostSayNotApplicable(levels: number, notApplicable: number): boolean {
	return 2 * notApplicable > levels + notApplicable;
}
