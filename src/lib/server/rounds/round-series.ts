/** M16: the closed rounds of a municipality side by side. */
import { movementBetween, type Movement } from '#lib/domain/plan/action-movement.ts';
import type { Instrument, Locale } from '#lib/domain/instrument/instrument.ts';
import { seriesView, type SameBetween, type SeriesRound, type SeriesView } from '#lib/domain/result/series-view.ts';
import { findSameItems, loadInstruments, type LoadedInstrument } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import { frozenRound } from './round-results.ts';
import { findRounds, type Round } from './rounds.ts';

/** @throws where the texts of a round are not part of this program */
export function findSeries(
	db: Db,
	municipalityKey: string,
	locale: Locale,
	versions: LoadedInstrument[] = loadInstruments()
): SeriesView {
	return seriesView(closedRounds(db, municipalityKey, versions), sameIn(versions), locale);
}

/** What has moved between the two rounds that were closed last; undefined where there are not two. */
export function findLastMovement(
	db: Db,
	municipalityKey: string,
	versions: LoadedInstrument[] = loadInstruments()
): Movement | undefined {
	const [earlier, later] = closedRounds(db, municipalityKey, versions)
		.toSorted((a, b) => a.closedOn.localeCompare(b.closedOn))
		.slice(-2);
	return earlier && later && movementBetween(earlier, later, sameIn(versions)(earlier.instrument, later.instrument));
}

function closedRounds(db: Db, municipalityKey: string, versions: LoadedInstrument[]): SeriesRound[] {
	return findRounds(db, municipalityKey)
		.filter(({ phase }) => phase === 'closed')
		.map((round) => asSeriesRound(round, versions));
}

function sameIn(versions: LoadedInstrument[]): SameBetween {
	return (earlier: Instrument, later: Instrument) => {
		const one = earlier.id === later.id;
		return (one ? findSameItems(later.id, earlier.version, later.version, versions) : undefined) ?? new Map();
	};
}

function asSeriesRound(round: Round, versions: LoadedInstrument[]): SeriesRound {
	const { id, title, createdOn, closedOn = createdOn, instrumentId, instrumentVersion } = round;
	const own = versions.find(
		({ instrument }) => instrument.id === instrumentId && instrument.version === instrumentVersion
	);
	if (!own) throw new Error(`Instrument ${instrumentId} ${instrumentVersion} is missing`);
	const { variant, scope, result } = frozenRound(round);
	return { id, title, closedOn, variant, ...(scope && { scope }), result, instrument: own.instrument };
}
