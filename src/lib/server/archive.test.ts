import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CSV_STYLES } from '#lib/domain/csv.ts';
import { archiveOf, type Archive } from './archive.ts';

const unpack = (tables: Archive['tables'], files = {}) =>
	Object.fromEntries(
		Object.entries(unzipSync(archiveOf({ tables, files }, CSV_STYLES.de))).map(([name, bytes]) => [
			name,
			strFromU8(bytes)
		])
	);

test('each table is there as JSON and as CSV', () => {
	const rows = [
		{ title: 'Radweg; Süd', items: ['D1.1', 'D2.1'], dueOn: undefined },
		{ title: 'Haushalt', items: [], dueOn: '2027-01-01' }
	];
	const files = unpack({ plan: rows, log: [] }, { 'results/2026.json': { score: 2.5 } });
	expect(Object.keys(files).sort()).toEqual(['log.csv', 'log.json', 'plan.csv', 'plan.json', 'results/2026.json']);
	expect(JSON.parse(files['results/2026.json'] ?? '')).toEqual({ score: 2.5 });
	expect(JSON.parse(files['plan.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(rows)));
	expect(files['plan.csv']).toContain('title;items;dueOn\r\n"Radweg; Süd"');
	expect(files['log.json']).toBe('[]\n');
});

test('nothing in a CSV is run as a formula', () => {
	const files = unpack({ plan: [{ title: '=HYPERLINK("https://example.com")' }, { title: '@SUM(1)' }] });
	expect(files['plan.csv']).toContain(`"'=HYPERLINK(`);
	expect(files['plan.csv']).toContain(`\r\n'@SUM(1)`);
});
