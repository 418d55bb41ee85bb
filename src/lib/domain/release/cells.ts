/** The published cells of a release as one table, a row for each: the same in every language, for programs to read. */
import type { Bar } from '#lib/domain/disclosure/histogram.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { compareGroups } from '#lib/domain/disclosure/group-order.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import type { Column, Sheet } from '#lib/domain/spreadsheet.ts';

const COLUMNS: Column[] = [
	{ title: 'release', kind: 'whole', width: 8 },
	{ title: 'cutoff', kind: 'text', width: 12 },
	{ title: 'questionnaire', kind: 'text', width: 14 },
	{ title: 'group', kind: 'text', width: 28 },
	{ title: 'measure', kind: 'text', width: 16 },
	{ title: 'n_at_least', kind: 'whole', width: 11 },
	{ title: 'median', kind: 'score', width: 8 },
	{ title: 'q1', kind: 'score', width: 8 },
	{ title: 'q3', kind: 'score', width: 8 },
	{ title: 'histogram', kind: 'text', width: 36 },
	{ title: 'carried_from', kind: 'whole', width: 12 }
];

/** `1-2:40 3-3:35 4-5:25`: rounded levels and their share in percent. */
const barText = ({ from, to, share }: Bar) => `${from}-${to}:${share}`;

/** What is withheld has no row, exactly as what is empty (D4). */
export function cellSheet({ number, cutoff, tables }: ReleaseContent): Sheet {
	const rows = Variant.options.flatMap((variant) =>
		tables[variant]
			.toSorted((a, b) => compareGroups(a.group, b.group))
			.flatMap(({ group, n, cells }) =>
				Object.entries(cells).map(([measure, { median, q1 = null, q3 = null, histogram, carriedFrom = null }]) => [
					...[number, cutoff, variant, group, measure, n, median, q1, q3],
					histogram?.map(barText).join(' ') ?? null,
					carriedFrom
				])
			)
	);
	return { name: 'cells', columns: COLUMNS, rows, notes: [] };
}
