/** What a round is frozen from when it is closed: its answers as far as D12 lets them count, and the decisions (M15). */
import { DISTRIBUTION_MINIMUM, MEAN_MINIMUM } from './disclosure-team.ts';
import type { TeamInputs } from './frozen.ts';
import type { ImportanceCounts } from './importance.ts';
import { itemsOf, type Instrument } from './instrument.ts';
import { ratingsOfItem } from './item-ratings.ts';
import { meetingItems } from './meeting.ts';
import { RESPONSES_MINIMUM } from './round.ts';
import { shownGroups } from './team-groups.ts';
import { teamInputs, type Round } from './team-inputs.ts';

export interface ClosingRound extends Omit<Round, 'criteria'> {
	/** M9: how many rated the importance of a criterion how */
	importance: Readonly<Record<string, ImportanceCounts>>;
}

/**
 * M15 within D12. In a confidential round with fewer than five responses nothing of them counts; "does not apply" of
 * fewer than five people decides nothing; importance is kept as counts, and so from seven ratings on.
 * @param random freshly started (M11)
 */
export function closingInputs(instrument: Instrument, round: ClosingRound, random: () => number): TeamInputs {
	const { confidential, importance, variant, scope } = round;
	const respondents = confidential && round.respondents.length < RESPONSES_MINIMUM ? [] : round.respondents;
	const kept = Object.entries(importance).filter(
		([, counts]) => !confidential || totalOf(counts) >= DISTRIBUTION_MINIMUM
	);
	const criteria = Object.fromEntries(
		kept.filter(([, counts]) => totalOf(counts) > 0).map(([id, counts]) => [id, { importance: counts }])
	);
	const inputs = teamInputs(instrument, { ...round, respondents, criteria }, random);
	const ids = itemsOf(instrument, variant, scope).map(({ id }) => id);
	const few = ids.filter((id) => confidential && saidAnything(round, id) < MEAN_MINIMUM);
	const agenda = meetingItems(ids, round.respondents, confidential).filter(({ reasons }) => reasons.length > 0);
	return {
		...inputs,
		respondents: round.respondents.length,
		items: { ...inputs.items, ...Object.fromEntries(few.map((id) => [id, { applies: true }])) },
		agenda: Object.fromEntries(agenda.map(({ item, reasons }) => [item, reasons])),
		groups: Object.fromEntries(
			ids.map((id) => [id, shownGroups(respondents, id)] as const).filter(([, groups]) => groups.length > 0)
		)
	};
}

function totalOf(counts: ImportanceCounts): number {
	return counts.reduce((sum, count) => sum + count, 0);
}

function saidAnything({ respondents }: ClosingRound, id: string): number {
	const { levels, notApplicable } = ratingsOfItem(respondents, id);
	return levels.length + notApplicable;
}
