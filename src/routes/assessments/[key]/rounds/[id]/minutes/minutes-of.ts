/** What the minutes of a meeting are made of, for the page and for the file. */
import { FrozenTeam } from '#lib/domain/result/frozen.ts';
import { frozenMeeting } from '#lib/domain/result/frozen-meeting.ts';
import { meetingNames } from '#lib/domain/instrument/item-texts.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findChair } from '#lib/server/rounds/leading.ts';
import { findMeeting, readDecisions } from '#lib/server/meeting/meetings.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { meetingLines } from '../meeting/meeting-lines.ts';

/** @param name of the municipality */
export async function minutesOf(round: Round, name: string) {
	const { instrument } = requireInstrument(round);
	// Once closed, what was frozen is told, whether the responses are still there or not (D16).
	const items =
		round.phase === 'closed'
			? frozenMeeting(FrozenTeam.parse(round.frozen).inputs)
			: (await findMeeting(database(), round, instrument)).items;
	const lines = meetingLines(instrument, items, readDecisions(database().read, round.id), getLocale());
	return {
		name,
		title: round.title,
		mode: round.mode,
		closedOn: round.closedOn,
		leaders: round.leaders,
		attendance: findChair(database(), round.id).attendance,
		agenda: lines.filter(({ reasons }) => reasons.length > 0),
		others: lines.filter(({ reasons }) => reasons.length === 0),
		...meetingNames(instrument, getLocale())
	};
}
export type MinutesData = Awaited<ReturnType<typeof minutesOf>>;
