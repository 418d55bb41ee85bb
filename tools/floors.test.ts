import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint();

/** Names of the rules that a text breaks if it stands at this path. */
async function rulesBroken(filePath: string, text: string): Promise<(string | null)[]> {
	const results = await eslint.lintText(text, { filePath });
	return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

const imports = (source: string) => `import { x } from '${source}';\nexport const y = x;\n`;

describe('the floors of the house', () => {
	test.each([
		['src/lib/domain/a.ts', '#lib/server/db/open.ts'],
		['src/lib/domain/a.ts', '../server/db/open.ts'],
		['src/lib/domain/a.ts', '#lib/instruments/index.ts'],
		['src/lib/domain/a.ts', '#lib/paraglide/messages.js'],
		['src/lib/domain/a.ts', 'node:crypto'],
		['src/lib/domain/a.ts', 'drizzle-orm'],
		['src/lib/domain/a.ts', '$app/paths'],
		['src/lib/instruments/a.ts', '#lib/server/db/open.ts'],
		['src/lib/instruments/a.ts', 'svelte'],
		['src/lib/server/a.ts', '@sveltejs/kit'],
		['src/lib/server/a.ts', '$app/env/private'],
		['src/lib/server/a.ts', '#lib/components/Header.svelte'],
		['src/lib/server/a.ts', '#lib/paraglide/messages.js'],
		['src/lib/server/a.ts', '../../routes/link.ts'],
		['src/lib/components/a.ts', '#lib/server/db/open.ts'],
		['src/lib/components/a.ts', '#lib/instruments/index.ts'],
		['src/lib/components/a.ts', 'node:fs'],
		['src/lib/components/a.ts', '../../routes/link.ts']
	])('%s may not import %s', async (file, source) => {
		expect(await rulesBroken(file, imports(source))).toContain('house/floors');
	});

	test.each([
		['src/lib/domain/a.ts', './rating.ts'],
		['src/lib/domain/a.ts', '#lib/domain/rating.ts'],
		['src/lib/domain/a.ts', 'zod'],
		['src/lib/instruments/a.ts', '#lib/domain/instrument.ts'],
		['src/lib/instruments/a.ts', 'node:fs'],
		['src/lib/server/a.ts', '#lib/instruments/index.ts'],
		['src/lib/server/db/a.ts', 'better-sqlite3'],
		['src/lib/components/a.ts', '#lib/domain/rating.ts'],
		['src/lib/components/a.ts', '#lib/paraglide/messages.js'],
		['src/routes/check/a.ts', '#lib/server/db/open.ts'],
		['src/routes/check/a.ts', '../link.ts'],
		['src/routes/check/a.ts', './$types'],
		['src/lib/domain/a.test.ts', 'node:fs'],
		['tests/support/a.ts', '#lib/server/db/open.ts']
	])('%s may import %s', async (file, source) => {
		expect(await rulesBroken(file, imports(source))).toEqual([]);
	});

	test.each([
		"export * from '#lib/server/db/open.ts';\n",
		"export { x } from '#lib/server/db/open.ts';\n",
		"export const x = import('#lib/server/db/open.ts');\n",
		"import type { Db } from '#lib/server/db/open.ts';\nexport type Door = Db;\n"
	])('there is no way round: %s', async (text) => {
		expect(await rulesBroken('src/lib/domain/a.ts', text)).toContain('house/floors');
	});
});

describe('the domain', () => {
	test.each([
		['Date.now()', 'no-restricted-syntax'],
		['new Date()', 'no-restricted-syntax'],
		['Date()', 'no-restricted-syntax'],
		['Math.random()', 'no-restricted-syntax'],
		['process.env', 'no-restricted-globals'],
		['crypto.randomUUID()', 'no-restricted-globals']
	])('knows nothing of %s', async (expression, rule) => {
		expect(await rulesBroken('src/lib/domain/a.ts', `export const x = ${expression};\n`)).toEqual([rule]);
	});

	test('may reckon with a day that it is given', async () => {
		const text = 'export const x = (day: string) => new Date(day);\n';
		expect(await rulesBroken('src/lib/domain/a.ts', text)).toEqual([]);
	});
});

describe('pages', () => {
	test('never put text into the page as markup', { timeout: 60_000 }, async () => {
		const text = '<script lang="ts">\n\tconst x = \'\';\n</script>\n\n{@html x}\n';
		expect(await rulesBroken('src/routes/+page.svelte', text)).toContain('svelte/no-at-html-tags');
	});

	test('shared components fetch nothing', async () => {
		const text = "export const x = fetch('/');\n";
		expect(await rulesBroken('src/lib/components/a.ts', text)).toEqual(['no-restricted-globals']);
	});

	test.each(['<a href="/check">a</a>', '<a href="/check/{1}">a</a>', '<a href={`/check/${1}`}>a</a>'])(
		'a link does not write its path: %s',
		async (link) => {
			expect(await rulesBroken('src/routes/A.svelte', link)).toEqual(['no-restricted-syntax']);
		}
	);

	test('neither does a script that goes somewhere', async () => {
		const text = "import { goto } from '$app/navigation';\nexport const go = () => goto('/check');\n";
		expect(await rulesBroken('src/routes/a.ts', text)).toContain('no-restricted-syntax');
	});

	test('no comment switches a rule off', async () => {
		const text = '// eslint-disable-next-line\nexport const x = Date.now();\n';
		expect(await rulesBroken('src/lib/domain/a.ts', text)).toContain('no-restricted-syntax');
	});
});
