import { expect, test } from 'vitest';
import type { ReleaseContent } from '#lib/domain/disclosure/release.ts';
import { csvOf, CSV_STYLES } from '#lib/domain/csv.ts';
import { cellSheet } from './cells.ts';

const content: ReleaseContent = {
	number: 2,
	cutoff: '2026-11-01',
	demonstration: false,
	licence: 'CC BY 4.0',
	methods: ['1.0.0'],
	instruments: [],
	tables: {
		full: [
			{ group: 'kind:town', n: 10, cells: { decision: { median: 2.4, carriedFrom: 1 } } },
			{
				group: 'all',
				n: 35,
				cells: {
					D1: {
						median: 2,
						q1: 1.6,
						q3: 3,
						histogram: [
							{ from: 1, to: 2, share: 60 },
							{ from: 3, to: 5, share: 40 }
						]
					}
				}
			}
		],
		short: []
	}
};

test('every published cell is a row, the whole first, with its numbers and where it was carried over from', () => {
	expect(csvOf(cellSheet(content), CSV_STYLES.en).slice(1).split('\r\n')).toEqual([
		'release,cutoff,questionnaire,group,measure,n_at_least,median,q1,q3,histogram,carried_from',
		'2,2026-11-01,full,all,D1,35,2.0,1.6,3.0,1-2:60 3-5:40,',
		'2,2026-11-01,full,kind:town,decision,10,2.4,,,,1',
		''
	]);
});
