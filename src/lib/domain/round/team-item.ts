/** D12: what anybody at the municipality may see of the answers to one item, after collecting has ended. */
import { agreementWord, type AgreementWord } from '#lib/domain/scoring/agreement.ts';
import { DISTRIBUTION_MINIMUM, MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { LEVELS, type Level } from '#lib/domain/answering/rating.ts';
import { shownGroups, type GroupMean } from './team-groups.ts';

/** Held back because too few people answered. */
export interface TooFew {
	withheld: 'tooFew';
}
export const TOO_FEW: TooFew = { withheld: 'tooFew' };

export interface TeamItem {
	/** mean of the levels, 1–5, shown to a tenth; from five levels */
	mean: number | TooFew;
	/** M12's word, with the mean */
	agreement?: AgreementWord;
	/** how many chose level 1 to 5; from seven levels */
	distribution: number[] | TooFew;
	/** how many gave a level, "I don't know", "does not apply" or nothing; with the distribution only */
	counts?: { levels: number; unknown: number; notApplicable: number; missing: number };
	/** means of role groups */
	groups: GroupMean[];
}

/** @param confidential D11: in an open workshop nothing is held back */
export function teamItem(respondents: readonly Respondent[], item: string, confidential: boolean): TeamItem {
	const { levels, ...others } = ratingsOfItem(respondents, item);
	const enough = (minimum: number) => levels.length >= (confidential ? minimum : 1);
	if (!enough(MEAN_MINIMUM)) return { mean: TOO_FEW, distribution: TOO_FEW, groups: [] };
	const agreement = agreementWord(levels);
	const whole = enough(DISTRIBUTION_MINIMUM);
	return {
		mean: levels.reduce((sum: number, level) => sum + level, 0) / levels.length,
		...(agreement && { agreement }),
		distribution: whole ? LEVELS.map((level) => countOf(levels, level)) : TOO_FEW,
		...(whole && { counts: { levels: levels.length, ...others } }),
		groups: shownGroups(respondents, item)
	};
}

function countOf(levels: readonly Level[], level: Level): number {
	return levels.filter((one) => one === level).length;
}

/** Whether a value is held back because of D12. */
export function isTooFew(value: unknown): value is TooFew {
	return typeof value === 'object' && value !== null && 'withheld' in value;
}
