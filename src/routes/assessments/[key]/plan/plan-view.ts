/** What the plan shows: actions, what has moved, and what the round that was closed last suggests. */
import { filterActions, ownersOf, readFilter } from '#lib/domain/plan/action.ts';
import { pick } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findActions } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { findLastClosed } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { lastMovement } from '../series/closed-series.ts';
import { asked } from './asked-actions.ts';
import { listedActions } from './listed-actions.ts';
import { namedHurdles } from './named-hurdles.ts';
import { suggestedSteps } from './suggestions.ts';

/**
 * @param key of the municipality @param organises whether the reader may change the plan
 * @param search view and filter, and what was done just now
 */
export function planView(key: string, organises: boolean, search: URLSearchParams) {
	const { instrument } = currentInstrument();
	const locale = getLocale();
	const all = findActions(database(), key);
	const filter = readFilter(search, instrument);
	const movement = lastMovement(key);
	const found = filterActions(all, filter, instrument, today());
	return {
		organises,
		filter,
		board: search.get('view') === 'board',
		total: all.length,
		done: all.find(({ id }) => id === (search.get('moved') ?? search.get('taken'))),
		actions: listedActions(found, instrument, locale, { today: today(), movement }),
		movement: movement && { from: movement.from, to: movement.to, breaks: movement.breaks },
		owners: ownersOf(all),
		dimensions: instrument.dimensions.map(({ id, name }) => ({ id, name: pick(name, locale) })),
		...ofLastRound(key, all, organises)
	};
}

/** What stands in the way, what to do next and what to review; nothing where no round is closed. */
function ofLastRound(key: string, all: ReturnType<typeof findActions>, organises: boolean) {
	const round = findLastClosed(database(), key);
	const locale = getLocale();
	return {
		review: round && organises ? { round: round.title, count: asked(all, round).length } : undefined,
		hurdles: round && { round: round.title, open: round.mode === 'open', named: namedHurdles(round, all, locale) },
		suggested: round && organises ? suggestedSteps(round, all, locale) : undefined
	};
}
