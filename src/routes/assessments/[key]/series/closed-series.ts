/** The closed rounds of a municipality side by side (M16). */
import type { Instrument, Locale } from '#lib/domain/instrument.ts';
import { seriesView } from '#lib/domain/series-view.ts';
import { findSameItems } from '#lib/instruments/index.ts';
import { database } from '#lib/server/database.ts';
import { frozenRound } from '#lib/server/round-results.ts';
import { findRounds } from '#lib/server/rounds.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';

export function closedSeries(key: string, locale: Locale) {
	const rounds = findRounds(database(), key)
		.filter(({ phase }) => phase === 'closed')
		.map((round) => {
			const { id, title, createdOn, closedOn = createdOn } = round;
			const { variant, scope, result } = frozenRound(round);
			return { id, title, closedOn, variant, scope, result, instrument: requireInstrument(round).instrument };
		});
	return seriesView(rounds, sameBetween, locale);
}

function sameBetween(earlier: Instrument, later: Instrument): ReadonlyMap<string, string> {
	const same = earlier.id === later.id ? findSameItems(later.id, earlier.version, later.version) : undefined;
	return same ?? new Map();
}
