import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const DOCUMENTS = ['README.md', ...globSync('docs/**/*.md')];
/** Where a document means a file that it names without a folder. */
const HOMES = [
	...['.', 'docs', 'src/lib/domain'],
	...['src/lib/domain/document', 'src/lib/components/document', 'src/lib/server/documents']
];
/** What a measurement writes. */
const WRITTEN_LATER = ['bench/results.md'];

describe.each(DOCUMENTS)('%s', (document) => {
	const text = readFileSync(document, 'utf8');

	test('links to files that exist', () => {
		const links = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)]
			.map(([, path = '']) => path)
			.filter((path) => !WRITTEN_LATER.includes(path));
		expect(links.filter((path) => !existsSync(join(dirname(document), path)))).toEqual([]);
	});

	test('names sources that exist', () => {
		const named = [...text.matchAll(/`([\w./[\]=-]+\.(?:ts|svelte|mjs))`/g)].map(([, path = '']) => path);
		expect(named.filter((path) => !HOMES.some((home) => existsSync(join(home, path))))).toEqual([]);
	});
});
