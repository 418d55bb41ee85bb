/** better-auth answers no address of its own; what it could do is reached by our form actions alone. */
import { openAuth } from '#lib/server/accounts/auth.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/browser.ts';

/** Every route that it would have, with this program's settings. */
function routesOfBetterAuth(origin: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'standort-routes-'));
	const db = openDatabase(join(folder, 'test.db'));
	const links = { signIn: () => undefined, reset: () => undefined };
	const { api } = openAuth({ db, key: Buffer.alloc(32), origin, links });
	const paths = Object.values<{ path?: string }>(api).flatMap(({ path }) => path ?? []);
	db.close();
	rmSync(folder, { recursive: true });
	// Known for letting a session set a first password; without a path of its own in newer versions.
	return ['/set-password', ...paths.map((path) => path.replace(/:\w+/g, 'x'))];
}

test('no route of it is there, under any prefix, by GET or by POST', async ({ request, baseURL }) => {
	const origin = baseURL ?? '';
	const routes = routesOfBetterAuth(origin);
	expect(routes).toContain('/reset-password');
	expect(routes).toContain('/two-factor/disable');
	expect(routes.length).toBeGreaterThan(20);
	for (const path of routes)
		for (const prefix of ['/api/auth', '/auth', '/account/api'])
			for (const method of ['GET', 'POST']) {
				const response = await request.fetch(prefix + path, {
					method,
					headers: { origin, 'content-type': 'application/json' },
					...(method === 'POST' && { data: '{}' })
				});
				expect([method, prefix + path, response.status()]).toEqual([method, prefix + path, 404]);
			}
});

test('guessing the password of an account ends soon, from wherever it is tried', async ({ request, baseURL }) => {
	const origin = baseURL ?? '';
	const statuses: number[] = [];
	for (let turn = 0; turn < 16; turn++) {
		const response = await request.post('/account/sign-in?/password', {
			form: { email: 'guessed@kommune.example', password: `guess number ${turn}` },
			headers: { origin, accept: 'text/html', 'x-forwarded-for': `198.51.100.${turn}` }
		});
		statuses.push(response.status());
	}
	expect(statuses.slice(0, 15)).toEqual(Array.from({ length: 15 }, () => 422));
	expect(statuses[15]).toBe(429);
});
