/** Rank correlations and reliability of a release as one table (D9 a), the same in every language, for programs to read. */
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import type { Cell, Column, Sheet } from '#lib/domain/spreadsheet.ts';

const COLUMNS: Column[] = [
	{ title: 'release', kind: 'whole', width: 8 },
	{ title: 'cutoff', kind: 'text', width: 12 },
	{ title: 'questionnaire', kind: 'text', width: 14 },
	{ title: 'coefficient', kind: 'text', width: 12 },
	{ title: 'first', kind: 'text', width: 16 },
	{ title: 'second', kind: 'text', width: 8 },
	{ title: 'value', kind: 'coefficient', width: 8 },
	{ title: 'carried_from', kind: 'whole', width: 12 }
];

/** `spearman` of two criteria, `alpha` of a dimension. What is withheld has no row. */
export function associationSheet({ number, cutoff, associations }: ReleaseContent): Sheet {
	const rows = Variant.options.flatMap((variant): Cell[][] => {
		const association = associations?.[variant];
		if (!association) return [];
		const { correlations, reliability, carriedFrom = null } = association;
		const before = [number, cutoff, variant];
		return [
			...correlations.map(({ first, second, rho }) => [...before, 'spearman', first, second, rho, carriedFrom]),
			...Object.entries(reliability).map(([dimension, alpha]) => [
				...[...before, 'alpha', dimension, null, alpha],
				carriedFrom
			])
		];
	});
	return { name: 'associations', columns: COLUMNS, rows, notes: [] };
}
