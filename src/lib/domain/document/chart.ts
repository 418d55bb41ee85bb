/** Charts of documents: the definitions that the screen draws, with the words that stand on them. */
import type { DimensionId } from '#lib/domain/instrument/dimension.ts';
import type { ChartRow } from '#lib/domain/result/chart.ts';
import type { SeriesChart } from '#lib/domain/result/series-chart.ts';
import type { AgreementKind, AgreementRow, GapRow, SpreadRow } from '#lib/domain/result/team-charts.ts';

/** One measure beside a release (D8): what is not published is absent. */
export interface ComparedRow {
	name: string;
	own: number | null;
	median?: number;
	/** ends of the middle half */
	q1?: number;
	q3?: number;
}

/** Kinds of marks on a scale, and what each is called in the legend. */
export type LegendWords = Partial<Record<'score' | 'bounds' | 'target' | 'range' | 'mark' | 'end' | 'median', string>>;

export type DocumentChart =
	/** the profile of the criteria; `dimensions` are their names */
	| { kind: 'radar'; rows: ChartRow[]; dimensions: Record<DimensionId, string> }
	| { kind: 'bars'; rows: ChartRow[]; legend: LegendWords }
	/** M11 */
	| { kind: 'spread'; rows: SpreadRow[]; legend: LegendWords }
	/** M13; groups by their names */
	| { kind: 'gaps'; rows: GapRow[]; legend: LegendWords }
	/** D8 */
	| { kind: 'comparison'; rows: ComparedRow[]; legend: LegendWords }
	/** M12 */
	| { kind: 'agreement'; rows: AgreementRow[]; names: Record<AgreementKind, string> }
	/** M16; `rounds` are the names of the rounds, `broken` what the dashed line means */
	| { kind: 'series'; chart: SeriesChart; rounds: string[]; broken: string };
