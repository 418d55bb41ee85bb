/** The synthetic twin as a table: the same in every language, for programs to read. */
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import type { CriteriaByDimension } from '#lib/domain/disclosure/association.ts';
import type { Column, Sheet } from '#lib/domain/spreadsheet.ts';
import type { TwinRow } from './synthetic-twin.ts';

/** `synthetic` stands in every row, so that a part of the table still says what it is. */
export function twinSheet(rows: readonly TwinRow[], release: number, criteria: CriteriaByDimension): Sheet {
	const measures = ['overall', ...DIMENSIONS, ...DIMENSIONS.flatMap((dimension) => criteria[dimension])];
	const columns: Column[] = [
		{ title: 'synthetic', kind: 'text', width: 10 },
		{ title: 'release', kind: 'whole', width: 8 },
		{ title: 'questionnaire', kind: 'text', width: 14 },
		{ title: 'band', kind: 'whole', width: 8 },
		{ title: 'kind', kind: 'text', width: 16 },
		{ title: 'state', kind: 'text', width: 8 },
		...measures.map((title): Column => ({ title, kind: 'score', width: 8 }))
	];
	return {
		name: 'synthetic',
		columns,
		rows: rows.map(({ variant, band, kind, state, scores }) => [
			...['yes', release, variant, band, kind, state],
			...measures.map((measure) => scores[measure] ?? null)
		]),
		notes: []
	};
}
