import { FrozenTeam } from '#lib/domain/frozen.ts';
import { frozenMeeting } from '#lib/domain/frozen-meeting.ts';
import { meetingNames } from '#lib/domain/item-texts.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findChair } from '#lib/server/leading.ts';
import { findMeeting, readDecisions } from '#lib/server/meetings.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { requireRound } from '../../../../../guards.ts';
import { meetingLines } from '../meeting/meeting-lines.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round, municipality } = await requireRound(event, 'readMeeting');
	const { instrument } = requireInstrument(round);
	const closed = round.phase === 'closed';
	// Once closed, what was frozen is told, whether the responses are still there or not (D16).
	const items = closed
		? frozenMeeting(FrozenTeam.parse(round.frozen).inputs)
		: (await findMeeting(database(), round, instrument)).items;
	return {
		name: municipality.name,
		title: round.title,
		mode: round.mode,
		closedOn: round.closedOn,
		leaders: round.leaders,
		attendance: findChair(database(), round.id).attendance,
		lines: meetingLines(instrument, items, readDecisions(database().read, round.id), getLocale()),
		...meetingNames(instrument, getLocale())
	};
};
