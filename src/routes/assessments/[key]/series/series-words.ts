/** A series in words. */
import { formatList, formatScore } from '#lib/components/format.ts';
import type { Break } from '#lib/domain/result/series.ts';
import { seriesSummary } from '#lib/domain/result/series-summary.ts';
import type { SeriesColumn, SeriesView } from '#lib/domain/result/series-view.ts';
import { shownScore } from '#lib/domain/scoring/rounding.ts';
import * as m from '#lib/paraglide/messages.js';

/** "+0,3", "−0,1" or "±0,0": a change to one decimal (M6), with its sign. */
export function changeText(change: number): string {
	const size = shownScore(Math.abs(change));
	if (size === 0) return `±${formatScore(0)}`;
	return `${change > 0 ? '+' : '−'}${formatScore(size)}`;
}

/** Beside the number, to be seen at once; it says nothing that the number does not. */
export function arrowOf(change: number): string {
	if (shownScore(Math.abs(change)) === 0) return '=';
	return change > 0 ? '▲' : '▼';
}

const BREAKS: Record<Break, () => string> = { texts: m.series_break_texts, variant: m.series_break_variant };

export function breakText(kind: Break): string {
	return BREAKS[kind]();
}

/** What has changed with the latest round, in one sentence. */
export function summaryText(view: SeriesView): string {
	const summary = seriesSummary(view);
	if (!summary) return m.series_summary_none();
	const { from, to, compared, dimensions } = summary;
	const changes = dimensions.map(({ name, change }) => m.series_summary_part({ name, change: changeText(change) }));
	return m.series_summary({ from, to, n: compared, changes: formatList(changes) });
}

/** By which questionnaire a round was answered, and how much of it. */
export function extentText({ version, variant, scope }: SeriesColumn, names: Readonly<Record<string, string>>): string {
	const parts = [
		m.series_version({ version }),
		variant === 'short' ? m.result_variant_short() : m.result_variant_full(),
		...(scope ? [m.series_scope({ name: names[scope] ?? '' })] : [])
	];
	return parts.join(' · ');
}
