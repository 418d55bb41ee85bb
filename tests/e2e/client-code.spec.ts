import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/browser.ts';

const CODE = join('build', 'client', '_app', 'immutable');
/** How the schemas of Zod name their inside. */
const OF_A_SCHEMA = '._zod';

test('no page loads schemas: what is typed is checked by the server', () => {
	const scripts = readdirSync(CODE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
	expect(scripts.length).toBeGreaterThan(50);
	expect(scripts.filter((name) => readFileSync(join(CODE, name), 'utf8').includes(OF_A_SCHEMA))).toEqual([]);
});
