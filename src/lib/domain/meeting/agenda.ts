import { agreementOf, MODERATE_AGREEMENT, rangeOf } from '#lib/domain/scoring/agreement.ts';
import { askedCount, type ItemRatings } from '#lib/domain/scoring/item-ratings.ts';
import { TOLERANCE } from '#lib/domain/scoring/rounding.ts';

/** M12: levels so far apart are talked about, however many agree. */
export const AGENDA_RANGE = 3;
/** M12: in the order of the agenda, no agreement (fewer than two levels) counts as this. */
export const NO_AGREEMENT = 1;

/** Why an item is on the agenda. */
export const AGENDA_REASONS = ['agreement', 'range', 'unknown', 'notApplicable'] as const;
export type AgendaReason = (typeof AGENDA_REASONS)[number];

export interface AgendaEntry {
	item: string;
	/** r_wg, null below two levels */
	agreement: number | null;
	range: number;
	reasons: AgendaReason[];
}

/** M12: the items to talk about in the consensus meeting, most disputed first. `items` stand in instrument order. */
export function agendaOf(items: readonly { id: string; ratings: ItemRatings }[]): AgendaEntry[] {
	return items
		.map(({ id, ratings }): AgendaEntry => ({
			item: id,
			agreement: agreementOf(ratings.levels),
			range: rangeOf(ratings.levels),
			reasons: agendaReasons(ratings)
		}))
		.filter(({ reasons }) => reasons.length > 0)
		.sort((a, b) => (a.agreement ?? NO_AGREEMENT) - (b.agreement ?? NO_AGREEMENT) || b.range - a.range);
}

/** M12: everything that puts an item on the agenda, whether or not it has been decided since. */
export function agendaReasons(ratings: ItemRatings): AgendaReason[] {
	const { levels, unknown, notApplicable, missing } = ratings;
	const asked = askedCount(ratings);
	const conditions: Record<AgendaReason, boolean> = {
		agreement: (agreementOf(levels) ?? NO_AGREEMENT) < MODERATE_AGREEMENT - TOLERANCE,
		range: rangeOf(levels) >= AGENDA_RANGE,
		unknown: 2 * (unknown + missing) > asked,
		notApplicable: notApplicable > 0 && notApplicable < asked
	};
	return (Object.keys(conditions) as AgendaReason[]).filter((reason) => conditions[reason]);
}
