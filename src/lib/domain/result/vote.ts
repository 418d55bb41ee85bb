/** The blind second vote of a meeting: what of its ballots may be told once it has ended. */
import { freezeItem, type FrozenItem } from './frozen-item.ts';
import { LEVELS, type Level } from '#lib/domain/answering/rating.ts';

/**
 * D12: from seven levels on their distribution, from five their mean and the word of M12, else nothing; in an open
 * workshop everything. Abstentions count as "I don't know". The order of the ballots leaves no trace.
 * @param ballots a level each, null where somebody abstains
 */
export function voteOutcome(ballots: readonly (Level | null)[], confidential: boolean): FrozenItem {
	const levels = LEVELS.flatMap((level) => ballots.filter((one) => one === level));
	const unknown = ballots.filter((one) => one === null).length;
	return freezeItem({ levels: levels as Level[], unknown, notApplicable: 0, missing: 0 }, confidential);
}
