import type { SeriesView } from './series-view.ts';

/** The step to the latest round, in one sentence; undefined where there is none, or nothing can be compared. */
export interface SeriesSummary {
	from: string;
	to: string;
	compared: number;
	dimensions: { name: string; change: number }[];
}

export function seriesSummary({ columns, dimensions }: SeriesView): SeriesSummary | undefined {
	const [from, to] = [columns.at(-2), columns.at(-1)];
	const changed = dimensions.flatMap(({ name, points }) => {
		const change = points.at(-1)?.change ?? null;
		return change === null ? [] : [{ name, change }];
	});
	if (!from || !to?.step || changed.length === 0) return undefined;
	return { from: from.title, to: to.title, compared: to.step.compared, dimensions: changed };
}
