import { maskedItems } from '#lib/domain/disclosure/team.ts';
import { freezeItem } from './frozen-item.ts';
import type { TeamInputs } from './frozen.ts';
import { itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { spreadIntervals } from '#lib/domain/scoring/interval.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import { countedOnce, type Respondent } from '#lib/domain/scoring/item-result.ts';
import type { Extent } from '#lib/domain/scoring/scoring.ts';

/** A round when it is closed. */
export interface Round extends Extent, Pick<TeamInputs, 'decisions' | 'criteria'> {
	/** D11: confidential, or else an open workshop */
	confidential: boolean;
	/** everybody who submitted */
	respondents: readonly Respondent[];
}

/**
 * M15: what a round keeps when it is closed, so that results outlive the responses.
 * @param random freshly started (M11)
 */
export function teamInputs(instrument: Instrument, round: Round, random: () => number): TeamInputs {
	const { variant, scope, confidential, decisions, criteria } = round;
	const respondents = countedOnce(round.respondents);
	const ids = itemsOf(instrument, variant, scope).map(({ id }) => id);
	const masked = confidential ? maskedItems(ids, respondents) : undefined;
	return {
		respondents: respondents.length,
		items: Object.fromEntries(ids.map((id) => [id, freezeItem(ratingsOfItem(respondents, id), confidential)])),
		decisions,
		criteria,
		intervals: spreadIntervals(instrument, { ...round, respondents, ...(masked && { masked }) }, random)
	};
}
