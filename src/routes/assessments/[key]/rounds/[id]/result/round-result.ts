/** The closed result of a round, for whoever may read it. */
import { agreementChart, gapChart, spreadChart } from '#lib/domain/team-charts.ts';
import { gapsOf, spreadsOf, teamResultItems, teamSource } from '#lib/domain/team-result.ts';
import { meetingNames } from '#lib/domain/item-texts.ts';
import { resultView } from '#lib/domain/result-view.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { aboutRound, targetedRound } from '#lib/server/round-results.ts';
import type { Round } from '#lib/server/rounds.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { ownComparison } from '../../../../../own-comparison.ts';
import { meetingLines } from '../meeting/meeting-lines.ts';

/** What page and files are made of; `url` may name the group to compare with. @throws where the round is not closed */
export function readResult(round: Round, url?: URL) {
	const loaded = requireInstrument(round);
	const { instrument } = loaded;
	const frozen = targetedRound(database(), round, instrument);
	const source = teamSource(instrument, frozen);
	const locale = getLocale();
	return {
		source,
		frozen,
		view: resultView(source, locale),
		about: aboutRound(round, loaded, locale),
		comparison: ownComparison({ state: 'closed', profile: round.profile }, source, url),
		items: teamResultItems(instrument, frozen),
		spreads: spreadsOf(instrument, frozen, locale),
		gaps: gapsOf(instrument, frozen, locale),
		...meetingNames(instrument, locale)
	};
}

/** What its page shows, and carries, at the address `url`. @throws where the round is not closed */
export function roundResult(round: Round, url: URL) {
	const { source, view, about, comparison, items, spreads, gaps, levels, roles } = readResult(round, url);
	const settled = new Map(
		items.map(({ item, settlement, reason }) => [item, { settlement, reason, dissent: '' }] as const)
	);
	// Why an item was talked about stands in the minutes.
	const told = items.map((one) => ({ ...one, reasons: [] }));
	const lines = meetingLines(source.instrument, told, settled, getLocale());
	return {
		...{ view, about, comparison, lines, levels, roles },
		agreement: agreementChart(items, view),
		spreads: spreadChart(spreads, view),
		gaps: { dimensions: gapChart(gaps.dimensions), criteria: gapChart(gaps.criteria) }
	};
}

export type RoundResult = ReturnType<typeof roundResult>;
