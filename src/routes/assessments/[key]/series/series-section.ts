/** M16: a round beside those before it, as part of a document. */
import { formatDay, formatScore } from '#lib/components/format.ts';
import { chart, heading, paragraph, table } from '#lib/domain/document/blocks.ts';
import type { Block } from '#lib/domain/document/document.ts';
import { seriesChart } from '#lib/domain/result/series-chart.ts';
import type { SeriesPoint, SeriesView } from '#lib/domain/result/series-view.ts';
import * as m from '#lib/paraglide/messages.js';
import { breakText, changeText, summaryText } from './series-words.ts';

/** More do not fit beside each other with their names. */
const MOST_ROUNDS = 6;
/** characters of a title that fit in a legend */
const LONGEST_TITLE = 40;

/** Empty for a first round. @param id of the round that the document is on; later ones are left out */
export function seriesSection(whole: SeriesView, id: string): Block[] {
	const view = upTo(whole, id);
	if (view.columns.length < 2) return [];
	const summary = summaryText(view);
	const titles = view.columns.map(({ title }) => shortOf(title));
	return [
		heading(1, m.document_series()),
		paragraph(summary),
		chart(
			{ kind: 'series', chart: seriesChart(view), rounds: titles, broken: m.series_legend_break() },
			m.series_dimensions(),
			`${m.series_chart_alt({ summary })} ${m.document_table_below()}`
		),
		table(
			m.document_series_table(),
			[[m.series_rounds(), 3], ...view.dimensions.map(({ name }): [string, number] => [name, 2.4])],
			view.columns.map(({ closedOn, step }, round) => [
				[`${round + 1} ${titles[round]}`, formatDay(closedOn), ...(step?.breaks ?? []).map(breakText)].join(' · '),
				...view.dimensions.map(({ points }) => pointText(points[round], round, view.levels))
			])
		),
		paragraph(m.series_reading(), 'small')
	];
}

function upTo(view: SeriesView, id: string): SeriesView {
	const end = view.columns.findIndex((column) => column.id === id) + 1;
	const part = <One>(list: readonly One[]) => list.slice(Math.max(0, end - MOST_ROUNDS), end);
	return {
		...view,
		columns: part(view.columns),
		dimensions: view.dimensions.map((dimension) => ({ ...dimension, points: part(dimension.points) }))
	};
}

function pointText(point: SeriesPoint | undefined, round: number, levels: readonly string[]): string {
	if (!point) return '';
	const { score, stage, change } = point;
	return [
		score === null ? m.result_none() : formatScore(score),
		...(stage === null ? [] : [m.series_stage({ stage, name: levels[stage - 1] ?? '' })]),
		...(round === 0 ? [] : [change === null ? m.series_change_none() : changeText(change)])
	].join(' · ');
}

const shortOf = (title: string) => (title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title);
