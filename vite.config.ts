import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { leanStyles } from './tools/lean-styles.mjs';
import { MESSAGES } from './tools/messages.mjs';

export default defineConfig({
	plugins: [
		// Beside tools that read them they are compiled beforehand: compiling takes the files away for a moment.
		process.env.MESSAGES_COMPILED !== '1' && paraglideVitePlugin(MESSAGES),
		sveltekit()
	],
	// Node reads the long list of what drizzle exports anew for each of its modules: a third of a second at each start.
	ssr: { noExternal: ['drizzle-orm', 'yaml', 'zod'] },
	// Kit names in the page what the page needs; what all others need would be sent along with each.
	build: { sourcemap: false, modulePreload: { polyfill: false, resolveDependencies: () => [] } },
	css: { postcss: { plugins: [leanStyles()] } },
	// What two pages share comes in one file: fewer requests, and texts of one page stay with that page.
	environments: {
		client: {
			build: {
				rolldownOptions: {
					treeshake: { moduleSideEffects: [{ test: /src.lib.paraglide.messages/, sideEffects: false }] },
					output: {
						codeSplitting: {
							groups: [
								{
									name: 'runtime',
									test: /node_modules.(svelte|esm-env)|node_modules.@sveltejs|paraglide.runtime|vite.preload-helper|entry.app|client-optimized.app/,
									minShareCount: 2
								},
								{
									name: 'shared',
									test: /src.(lib.(paraglide.messages.(common|check)_|components.(?!DoneAlert|LongField|Municipality|Operator|PageContents|QrCode|ReportForm|SureBox)[A-Zf]|domain.answering.(question|resume-code))|routes.check)/,
									minShareCount: 2
								},
								{
									name: 'result',
									test: /src.lib.(components.(result|comparison|charts)(?!.StageCard)|paraglide.messages.(result|comparison)_)/,
									minShareCount: 2
								},
								{
									name: 'rooms',
									test: /src.lib.paraglide.messages.(member_room|(plan|series|consent)_title|sheet_room)/,
									minShareCount: 2
								}
							]
						}
					}
				}
			}
		}
	},
	test: {
		include: ['src/**/*.test.ts', '{tools,bench}/**/*.test.ts', 'tests/{golden,attacks,faults}/**/*.test.ts'],
		environment: 'node',
		expect: { requireAssertions: true },
		// One worker for each core, and modules loaded once in each: no module holds what a test has changed.
		maxWorkers: '100%',
		isolate: false,
		// Generous, so that a busy machine fails nothing; no test measures time.
		testTimeout: 30_000
	}
});
