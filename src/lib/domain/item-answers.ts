import type { Respondent } from './item-result.ts';
import type { Level } from './rating.ts';

/** What those who were asked about an item answered; the levels in the order of the respondents. */
export interface ItemAnswers {
	levels: Level[];
	unknown: number;
	notApplicable: number;
	missing: number;
}

/** M1: gathers what each respondent who was asked about the item said. */
export function answersOf(respondents: readonly Respondent[], item: string): ItemAnswers {
	const answers: ItemAnswers = { levels: [], unknown: 0, notApplicable: 0, missing: 0 };
	for (const { ratings, asked } of respondents) {
		if (asked && !asked.has(item)) continue;
		const rating = ratings[item];
		if (rating === undefined) answers.missing++;
		else if (typeof rating === 'string') answers[rating]++;
		else answers.levels.push(rating);
	}
	return answers;
}

/** How many respondents were asked about the item. */
export function askedCount({ levels, unknown, notApplicable, missing }: ItemAnswers): number {
	return levels.length + unknown + notApplicable + missing;
}
