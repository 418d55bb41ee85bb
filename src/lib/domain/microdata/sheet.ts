/** The microdata file as a table: the same for everybody, sorted by value. */
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import type { Microdata } from './microdata.ts';
import { shownRows } from './shown.ts';
import type { Column, Sheet } from '#lib/domain/spreadsheet.ts';

const COLUMNS: Column[] = [
	{ title: 'release', kind: 'whole', width: 8 },
	{ title: 'band', kind: 'text', width: 8 },
	{ title: 'kind', kind: 'text', width: 16 },
	...DIMENSIONS.map((title): Column => ({ title, kind: 'score', width: 14 })),
	{ title: 'carried_from', kind: 'whole', width: 12 }
];

/** @param release its number */
export function microdataSheet({ combinations }: Microdata, release: number): Sheet {
	const rows = combinations.flatMap(({ band, kind, from, rows }) =>
		shownRows(rows).map((scores) => [release, `${band}`, kind, ...scores, from === release ? null : from])
	);
	return { name: 'microdata', columns: COLUMNS, rows, notes: [] };
}

/** The file as it is downloaded, the same bytes for everybody. @param release its number */
export function microdataCsv(file: Microdata, release: number): string {
	return csvOf(microdataSheet(file, release), CSV_STYLES.en);
}
