/** The closed result of a round, for whoever may read it. */
import { groupText } from '#lib/components/meeting/meeting-words.ts';
import { meetingNames } from '#lib/domain/instrument/item-texts.ts';
import { resultView, type ResultView } from '#lib/domain/result/view.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import { agreementChart, gapChart, spreadChart } from '#lib/domain/result/team-charts.ts';
import { gapsOf, spreadsOf, teamResultItems, teamSource, type GapView } from '#lib/domain/result/team-result.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { aboutRound, targetedRound } from '#lib/server/rounds/round-results.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';
import { ownComparison } from '../../../../../own-comparison.ts';
import { namedHurdles } from '../../../plan/named-hurdles.ts';
import { hurdleEntries } from './hurdle-entries.ts';
import { itemEntries } from './item-entries.ts';

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
		hurdles: namedHurdles(round, [], locale),
		...meetingNames(instrument, locale)
	};
}

/** What its page shows at the address `url`: words in place of what a browser would need half the domain to say. */
export function roundResult(round: Round, url: URL) {
	const read = readResult(round, url);
	const { source, view, about, comparison, items, hurdles, levels, roles } = read;
	return {
		...{ view: withoutAnswers(view), about, comparison },
		entries: itemEntries(source.instrument, items, { levels, roles }, getLocale()),
		hurdles: hurdleEntries(hurdles, round),
		...teamChartsOf(read)
	};
}

/** How far apart the team was, with the names of the groups. */
export function teamChartsOf({ view, items, spreads, gaps, roles }: ReturnType<typeof readResult>) {
	const named = (all: readonly GapView[]) =>
		gapChart(
			all.map(({ means, gap, ...one }) => ({
				...one,
				gap: shownScore(gap),
				means: means.map(([group, mean]) => [groupText(group, roles), shownScore(mean)])
			}))
		);
	return {
		agreement: agreementChart(items, view),
		spreads: spreadChart(spreads, view),
		gaps: { dimensions: named(gaps.dimensions), criteria: named(gaps.criteria) }
	};
}

/** In place of one person's answers stand the entries of the items. */
function withoutAnswers(view: ResultView): ResultView {
	return {
		...view,
		dimensions: view.dimensions.map((dimension) => ({
			...dimension,
			criteria: dimension.criteria.map((criterion) => ({ ...criterion, items: [] }))
		}))
	};
}

export type RoundResult = ReturnType<typeof roundResult>;
