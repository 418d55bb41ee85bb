import { expect, test } from 'vitest';
import { associationSheet } from './association-sheet.ts';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';

const content: ReleaseContent = {
	number: 3,
	cutoff: '2026-11-01',
	demonstration: false,
	licence: 'CC BY 4.0',
	methods: [],
	instruments: [],
	tables: { full: [], short: [] }
};
const linesOf = (some: ReleaseContent) => csvOf(associationSheet(some), CSV_STYLES.en).slice(1).split('\r\n');

test('each coefficient is a row, with two decimals and the release that it comes from', () => {
	const full = {
		carriedFrom: 2,
		correlations: [{ first: 'D1', second: 'D2', rho: 0.3 }],
		reliability: { budget: 0.85 }
	};
	expect(linesOf({ ...content, associations: { full } })).toEqual([
		'release,cutoff,questionnaire,coefficient,first,second,value,carried_from',
		'3,2026-11-01,full,spearman,D1,D2,0.30,2',
		'3,2026-11-01,full,alpha,budget,,0.85,2',
		''
	]);
});

test('a release from before has none', () => {
	expect(linesOf(content)).toHaveLength(2);
});
