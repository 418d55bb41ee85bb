/** The closed rounds of a municipality side by side (M16). */
import { movementBetween, type Movement } from '#lib/domain/action-movement.ts';
import type { Instrument, Locale } from '#lib/domain/instrument.ts';
import { seriesView, type SeriesRound } from '#lib/domain/series-view.ts';
import { findSameItems } from '#lib/instruments/index.ts';
import { database } from '#lib/server/database.ts';
import { frozenRound } from '#lib/server/round-results.ts';
import { findRounds } from '#lib/server/rounds.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';

export function closedSeries(key: string, locale: Locale) {
	return seriesView(closedRounds(key), sameBetween, locale);
}

/** What has moved between the two rounds that were closed last; undefined where there are not two. */
export function lastMovement(key: string): Movement | undefined {
	const [earlier, later] = closedRounds(key)
		.sort((a, b) => a.closedOn.localeCompare(b.closedOn))
		.slice(-2);
	return earlier && later && movementBetween(earlier, later, sameBetween(earlier.instrument, later.instrument));
}

function closedRounds(key: string): SeriesRound[] {
	return findRounds(database(), key)
		.filter(({ phase }) => phase === 'closed')
		.map((round) => {
			const { id, title, createdOn, closedOn = createdOn } = round;
			const { variant, scope, result } = frozenRound(round);
			return { id, title, closedOn, variant, scope, result, instrument: requireInstrument(round).instrument };
		});
}

function sameBetween(earlier: Instrument, later: Instrument): ReadonlyMap<string, string> {
	const same = earlier.id === later.id ? findSameItems(later.id, earlier.version, later.version) : undefined;
	return same ?? new Map();
}
