import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'baseLocale'],
			cookieName: 'language'
		}),
		sveltekit()
	],
	build: { sourcemap: false },
	test: {
		include: ['src/**/*.test.ts', '{tools,bench}/**/*.test.ts', 'tests/{golden,attacks,faults}/**/*.test.ts'],
		environment: 'node',
		expect: { requireAssertions: true }
	}
});
