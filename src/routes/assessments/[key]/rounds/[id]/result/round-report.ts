/** The closed result of a round as a document, in the page's language. */
import { reportOf, type Reported } from '#lib/components/document/report.ts';
import type { Document } from '#lib/domain/document/document.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findLetterhead } from '#lib/server/municipalities/looks.ts';
import { findActions } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { findSeries } from '#lib/server/rounds/round-series.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { seriesSection } from '../../../series/series-section.ts';
import { planSection } from '../../../plan/plan-section.ts';
import { reviewSection } from '../review/review-section.ts';
import { hurdleEntries } from './hurdle-entries.ts';
import { resultFile } from './round-download.ts';
import { readResult, teamChartsOf } from './round-result.ts';
import { jsonOf } from '../../../../../check/result-download.ts';

/** @param key of the municipality @param day on which it is made @throws where the round is not closed */
export function roundReport(round: Round, key: string, day: string): Document {
	return reportOf(reported(round, key, day));
}

/** What every document on a closed round tells. @throws where the round is not closed */
export function reported(round: Round, key: string, day: string): Reported {
	const read = readResult(round);
	const { view, about, comparison, items, hurdles, source } = read;
	const actions = findActions(database(), key);
	const { name } = findLetterhead(database(), key);
	return {
		...{ view, comparison, day },
		about: { ...about, ...(name && { name }) },
		team: { charts: teamChartsOf(read), items },
		series: seriesSection(findSeries(database(), key, getLocale()), round.id),
		plan: planSection(actions, hurdleEntries(hurdles, round), source.instrument, { day, locale: getLocale() }),
		review: reviewSection(round),
		sha256: sha256(jsonOf(resultFile(round)))
	};
}
