/** What the answers of a round come to once collecting has ended, as far as D12 lets them count. It does not change any more. */
import { DISTRIBUTION_MINIMUM, MEAN_MINIMUM } from '#lib/domain/disclosure/team.ts';
import type { TeamInputs } from './frozen.ts';
import type { ImportanceCounts } from '#lib/domain/answering/importance.ts';
import { itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import { meetingItems, type MeetingItem } from '#lib/domain/meeting/meeting.ts';
import { RESPONSES_MINIMUM } from '#lib/domain/round/round.ts';
import { shownGroups } from '#lib/domain/round/team-groups.ts';
import { teamInputs, type Round } from './team-inputs.ts';

export interface AnsweredRound extends Omit<Round, 'criteria' | 'decisions'> {
	/** M9: how many rated the importance of a criterion how */
	importance: Readonly<Record<string, ImportanceCounts>>;
}

export interface RoundAnswers {
	/** how many responses were submitted */
	submitted: number;
	/** M12: the items as the meeting has them, first its agenda */
	items: MeetingItem[];
	/** M15: what is frozen of the answers when the round is closed */
	inputs: Omit<TeamInputs, 'decisions'>;
}

/**
 * M15 within D12. In a confidential round with fewer than five responses nothing of them counts; "does not apply" of
 * fewer than five people decides nothing; importance is kept as counts, and so from seven ratings on.
 * @param random freshly started (M11)
 */
export function answersOfRound(instrument: Instrument, round: AnsweredRound, random: () => number): RoundAnswers {
	const { confidential, importance, variant, scope } = round;
	const respondents = confidential && round.respondents.length < RESPONSES_MINIMUM ? [] : round.respondents;
	const kept = Object.entries(importance).filter(
		([, counts]) => !confidential || totalOf(counts) >= DISTRIBUTION_MINIMUM
	);
	const criteria = Object.fromEntries(
		kept.filter(([, counts]) => totalOf(counts) > 0).map(([id, counts]) => [id, { importance: counts }])
	);
	const whole = teamInputs(instrument, { ...round, respondents, criteria, decisions: {} }, random);
	const ids = itemsOf(instrument, variant, scope).map(({ id }) => id);
	const few = ids.filter((id) => confidential && saidAnything(round, id) < MEAN_MINIMUM);
	const items = meetingItems(ids, round.respondents, confidential);
	const agenda = items.filter(({ reasons }) => reasons.length > 0);
	const submitted = round.respondents.length;
	return {
		submitted,
		items,
		inputs: {
			respondents: submitted,
			items: { ...whole.items, ...Object.fromEntries(few.map((id) => [id, { applies: true }])) },
			criteria,
			intervals: whole.intervals,
			agenda: Object.fromEntries(agenda.map(({ item, reasons }) => [item, reasons])),
			groups: Object.fromEntries(
				ids.map((id) => [id, shownGroups(respondents, id)] as const).filter(([, groups]) => groups.length > 0)
			)
		}
	};
}

function totalOf(counts: ImportanceCounts): number {
	return counts.reduce((sum, count) => sum + count, 0);
}

function saidAnything({ respondents }: AnsweredRound, id: string): number {
	const { levels, notApplicable } = ratingsOfItem(respondents, id);
	return levels.length + notApplicable;
}
