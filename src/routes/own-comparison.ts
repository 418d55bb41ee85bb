/** A result beside the release in force, with names and sentences of the page's language, so that browsers load none of them. */
import { groupName } from '#lib/components/comparison/group-words.ts';
import type { ComparisonTexts } from '#lib/components/comparison/texts.ts';
import { formatDay, formatScore } from '#lib/components/format.ts';
import type { Comparison, SeriesCell } from '#lib/domain/disclosure/benchmark.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { pick, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { ResultSource } from '#lib/domain/result/source.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Check } from '#lib/server/checks/checks.ts';
import { comparisonOf } from '#lib/server/releases/comparison.ts';
import { database } from '#lib/server/database.ts';

/** @param url whose `group` names the group to compare with; the whole without it */
export function ownComparison(check: Pick<Check, 'state' | 'profile'>, source: ResultSource, url?: URL) {
	const found = comparisonOf(database(), check, source, url?.searchParams.get('group'));
	if (!found) return undefined;
	const { comparison, series } = found;
	return { ...comparison, texts: { ...choiceOf(comparison), ...seriesTable(source, series) } };
}

function choiceOf(comparison: Comparison): Pick<ComparisonTexts, 'choice'> {
	if (!comparison.enough || comparison.groups.length < 2) return {};
	const groups = comparison.groups.map((group) => ({ group, name: groupName(group) }));
	return { choice: { label: m.explorer_own_group(), button: m.explorer_own_show(), groups } };
}

function seriesTable(
	{ instrument, scope }: ResultSource,
	series: { number: number; cutoff: string; cells: (SeriesCell | undefined)[] }[]
): Pick<ComparisonTexts, 'series'> {
	if (series.length < 2) return {};
	const names = scope
		? [nameIn(instrument, scope)]
		: [m.comparison_overall(), ...DIMENSIONS.map((id) => nameIn(instrument, id))];
	return {
		series: {
			caption: m.explorer_own_series(),
			lead: m.explorer_series_lead(),
			head: [m.explorer_own_release(), ...names],
			rows: series.map(({ number, cutoff, cells }) => [
				m.explorer_series_release({ number, cutoff: formatDay(cutoff) }),
				...cells.map(cellText)
			])
		}
	};
}

function nameIn({ dimensions }: Instrument, wanted: string): string {
	const name = dimensions.find(({ id }) => id === wanted)?.name;
	return name ? pick(name, getLocale()) : wanted;
}

function cellText(cell: SeriesCell | undefined): string {
	if (!cell) return m.comparison_none();
	const median = formatScore(cell.median);
	return cell.carriedFrom === undefined ? median : m.explorer_own_carried({ median, number: cell.carriedFrom });
}
