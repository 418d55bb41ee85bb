import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { floors } from './tools/floors.mjs';

const OUTSIDE_WORLD = ['process', 'crypto', 'performance', 'console', 'fetch', 'window', 'document', 'navigator'];
const IMPURE = [
	{ selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The time is an argument.' },
	{ selector: "CallExpression[callee.name='Date']", message: 'The time is an argument.' },
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'The time is an argument.'
	},
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Random numbers are an argument.'
	}
];

const WRITTEN_PATHS = [
	"SvelteAttribute[key.name='href'] > SvelteLiteral[value=/^\\/(?!\\/)/]",
	"SvelteAttribute[key.name='href'] > SvelteMustacheTag > Literal[value=/^\\/(?!\\/)/]",
	"SvelteAttribute[key.name='href'] > SvelteMustacheTag > TemplateLiteral > TemplateElement:first-child[value.raw=/^\\/(?!\\/)/]",
	"CallExpression[callee.name='goto'] > Literal[value=/^\\/(?!\\/)/]",
	"CallExpression[callee.name='goto'] > TemplateLiteral > TemplateElement:first-child[value.raw=/^\\/(?!\\/)/]"
].map((selector) => ({ selector, message: 'Let resolve() make the path, so that a page that moves is noticed.' }));

export default defineConfig(
	{
		ignores: [
			'build/',
			'**/.svelte-kit/',
			'drizzle/',
			'data/',
			'test-results/',
			'playwright-report/',
			'src/lib/paraglide/'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		// A rule that does not fit is changed here, with its reason, not switched off where it hurts.
		linterOptions: { noInlineConfig: true },
		plugins: { house: { rules: { floors } } },
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'house/floors': 'error'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
		},
		// The rule left out asks for types, which takes minutes; WRITTEN_PATHS finds what it is meant to find.
		rules: { 'svelte/no-at-html-tags': 'error', 'svelte/no-navigation-without-resolve': 'off' }
	},
	// Playwright wants a pattern as a fixture's first argument, even an empty one.
	{ files: ['tests/**'], rules: { 'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }] } },
	{ files: ['src/**', 'tools/**'], rules: { 'max-lines': ['error', 250] } },
	{
		files: ['src/lib/domain/**'],
		ignores: ['**/*.test.ts'],
		rules: { 'no-restricted-globals': ['error', ...OUTSIDE_WORLD], 'no-restricted-syntax': ['error', ...IMPURE] }
	},
	{
		files: ['src/lib/components/**', 'src/routes/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				...WRITTEN_PATHS,
				{
					selector: "MemberExpression[object.name='m'][computed=true]",
					message: 'Name each text: a computed name would send all texts of all pages to every browser.'
				}
			]
		}
	},
	{
		files: ['src/routes/**/+page.server.ts'],
		// Typing a code saves nothing.
		ignores: ['src/routes/check/resume/**'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: "VariableDeclarator[id.name='actions'] > ObjectExpression",
					message: 'Wrap form actions in keepTyped, so that a refused save keeps what was typed.'
				}
			]
		}
	},
	{ files: ['src/lib/components/**'], rules: { 'no-restricted-globals': ['error', 'fetch'] } }
);
