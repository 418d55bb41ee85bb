import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { variables } from '../src/env.ts';

const OF_THE_SERVER = [
	'HOST',
	'PORT',
	'ORIGIN',
	'ADDRESS_HEADER',
	'XFF_DEPTH',
	'BODY_SIZE_LIMIT',
	'SHUTDOWN_TIMEOUT'
] as const;
const names = [...Object.keys(variables), ...OF_THE_SERVER];

describe.each(names)('the variable %s', (name) => {
	test('stands in .env.example', () => {
		expect(readFileSync('.env.example', 'utf8')).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
	});

	test('is explained to operators', () => {
		expect(readFileSync('docs/operations.md', 'utf8')).toContain(`| \`${name}\``);
	});
});

test('.env.example names nothing that does not exist', () => {
	const lines = readFileSync('.env.example', 'utf8').matchAll(/^(?:# )?([A-Z_]+)=/gm);
	expect(Array.from(lines, ([, name]) => name).filter((name) => !names.includes(name ?? ''))).toEqual([]);
});
