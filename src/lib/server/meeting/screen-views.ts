/** What projector and phones show of a meeting, in one language: never more than D12 allows, and no free text (D13). */
import { frozenSeen } from '#lib/domain/result/frozen-meeting.ts';
import type { Instrument, Locale } from '#lib/domain/instrument/instrument.ts';
import { itemTexts, meetingNames } from '#lib/domain/instrument/item-texts.ts';
import type { ScreenItem, ScreenView, VoteView } from '#lib/domain/meeting/screen.ts';
import { findInstrument } from '#lib/instruments/index.ts';
import { countAttending } from './attending.ts';
import { readClock } from './clocks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { findMeeting } from './meetings.ts';
import { readRound, type Round } from '#lib/server/rounds/rounds.ts';
import { admits, readScreens, type Screens } from './screens.ts';
import { countBallots } from './votes.ts';

/** Undefined where the meeting lets no screens in. */
export async function findScreenView(
	db: Db,
	roundId: string,
	locale: Locale,
	today: string
): Promise<ScreenView | undefined> {
	// The version is read before what it stands for, which may then be newer than it says, but never older.
	const screens = readScreens(db.read, roundId);
	const round = readRound(db.read, roundId);
	if (!screens?.code || !admits(screens, today) || round?.phase !== 'consensus') return undefined;
	const instrument = findInstrument(round.instrumentId, round.instrumentVersion)?.instrument;
	if (!instrument) return undefined;
	const item = screens.itemId === null ? undefined : await itemView(db, round, instrument, screens.itemId, locale);
	const vote = voteView(db, roundId, screens);
	const clock = readClock(roundId, performance.now());
	return {
		version: screens.version,
		municipality: round.profile.municipality?.name ?? '',
		title: round.title,
		code: screens.code,
		confidential: round.mode === 'confidential',
		...(item && { item }),
		...(vote && { vote }),
		...(clock && { clock }),
		...meetingNames(instrument, locale)
	};
}

async function itemView(
	db: Db,
	round: Round,
	instrument: Instrument,
	itemId: string,
	locale: Locale
): Promise<ScreenItem | undefined> {
	const texts = itemTexts(instrument, itemId, locale);
	const { items, decisions } = await findMeeting(db, round, instrument);
	const index = items.findIndex(({ item }) => item === itemId);
	const found = items[index];
	if (!texts || !found) return undefined;
	const agenda = items.filter(({ reasons }) => reasons.length > 0).length;
	const { id, criterion, statement, descriptions } = texts;
	return {
		...{ id, criterion, statement, descriptions },
		...(index < agenda && { place: { number: index + 1, of: agenda } }),
		seen: found.seen,
		settlement: decisions.get(itemId)?.settlement ?? null
	};
}

function voteView(db: Db, roundId: string, { vote, voting, counts }: Screens): VoteView | undefined {
	if (voting === null) return undefined;
	const open = voting === 'open';
	const voted = open ? countBallots(db.read, roundId) : 0;
	return {
		number: vote,
		open,
		present: Math.max(countAttending(roundId), voted),
		voted,
		...(counts && { seen: frozenSeen(counts, []) })
	};
}
