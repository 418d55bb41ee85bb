import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CSV_STYLES } from '#lib/domain/csv.ts';
import { archiveOf, type Archive } from './archive.ts';

async function unpack(tables: Archive['tables'], files = {}, attachments: Archive['attachments'] = {}) {
	const packed = await new Response(archiveOf({ tables, files, attachments }, CSV_STYLES.de)).bytes();
	return Object.fromEntries(Object.entries(unzipSync(packed)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('each table is there as JSON and as CSV', async () => {
	const rows = [
		{ title: 'Radweg; Süd', items: ['D1.1', 'D2.1'], dueOn: undefined },
		{ title: 'Haushalt', items: [], dueOn: '2027-01-01' }
	];
	const files = await unpack({ plan: rows, log: [] }, { 'results/2026.json': { score: 2.5 } });
	expect(Object.keys(files).sort()).toEqual(['log.csv', 'log.json', 'plan.csv', 'plan.json', 'results/2026.json']);
	expect(JSON.parse(files['results/2026.json'] ?? '')).toEqual({ score: 2.5 });
	expect(JSON.parse(files['plan.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(rows)));
	expect(files['plan.csv']).toContain('title;items;dueOn\r\n"Radweg; Süd"');
	expect(files['log.json']).toBe('[]\n');
});

test('nothing in a CSV is run as a formula', async () => {
	const files = await unpack({ plan: [{ title: '=HYPERLINK("https://example.com")' }, { title: '@SUM(1)' }] });
	expect(files['plan.csv']).toContain(`"'=HYPERLINK(`);
	expect(files['plan.csv']).toContain(`\r\n'@SUM(1)`);
});

const MEBIBYTE = 1024 * 1024;

test('what lies on the disk is read as fast as it is taken, and left out where it is gone', async () => {
	let read = 0;
	async function* large() {
		for (; read < 64; read++) yield new Uint8Array(MEBIBYTE).fill(read);
	}
	const attachments = {
		'evidence/large.pdf': () => Promise.resolve(large()),
		'evidence/gone.pdf': () => Promise.resolve(undefined)
	};
	const reader = archiveOf({ tables: {}, files: {}, attachments }, CSV_STYLES.de).getReader();
	await reader.read();
	expect(read, 'pieces of 1 MiB').toBeLessThan(32);
	const pieces: Uint8Array<ArrayBuffer>[] = [];
	for (let next = await reader.read(); next.value; next = await reader.read()) pieces.push(next.value);
	expect(read).toBe(64);

	const whole = await unpack({}, {}, { 'a.txt': () => Promise.resolve(lines()), ...attachments });
	expect(Object.keys(whole)).toEqual(['a.txt', 'evidence/large.pdf']);
	expect(whole['a.txt']).toBe('eins\nzwei\n');
});

async function* lines() {
	for (const line of ['eins\n', 'zwei\n']) yield await Promise.resolve(new TextEncoder().encode(line));
}
