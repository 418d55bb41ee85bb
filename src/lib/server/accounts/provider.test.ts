import { expect, onTestFinished, test } from 'vitest';
import { openAccounts } from '../../../../tests/support/accounts.ts';
import { freePort } from '../../../../tests/support/built-server.ts';
import { CLIENT, startProvider } from '../../../../tests/support/oidc.ts';
import { session, user, verification } from '#lib/server/db/schema-accounts.ts';
import { leaveForProvider, returnFromProvider } from './provider.ts';

const ORIGIN = 'http://localhost:3000';
const CALLBACK = `${ORIGIN}/account/callback`;
const nobody = { cookies: {}, kind: 'Firefox' };
const way = { back: '/account', again: undefined };

function openAt(issuer: string) {
	const provider = { issuer, clientId: CLIENT.client_id, clientSecret: CLIENT.client_secret, name: 'Landesportal' };
	return openAccounts(ORIGIN, undefined, provider);
}

async function open() {
	const { issuer, close } = await startProvider(CALLBACK);
	onTestFinished(close);
	return { ...openAt(issuer), issuer };
}

test('leaving leads to the provider, with a cookie that binds what comes back', async () => {
	const { auth, issuer } = await open();
	const left = await leaveForProvider(auth, nobody, way);
	const url = new URL(left?.url ?? '');
	expect(url.origin + url.pathname).toBe(`${issuer}/auth`);
	expect(Object.fromEntries(url.searchParams)).toMatchObject({ redirect_uri: CALLBACK, code_challenge_method: 'S256' });
	expect(url.searchParams.has('prompt')).toBe(false);
	expect(Object.keys(left?.cookies ?? {})).toEqual(['provider']);
});

test('whoever has to show once more who they are is asked to sign in anew', async () => {
	const { auth } = await open();
	const left = await leaveForProvider(auth, nobody, { back: '/account', again: 'kim@musterau.example' });
	const asked = Object.fromEntries(new URL(left?.url ?? '').searchParams);
	expect(asked).toMatchObject({ prompt: 'login', login_hint: 'kim@musterau.example' });
});

test('a provider that does not answer lets nobody leave, and is asked again the next time', async () => {
	const port = await freePort();
	const { auth } = openAt(`http://localhost:${port}`);
	expect(await leaveForProvider(auth, nobody, way)).toBeUndefined();
	const { close } = await startProvider(CALLBACK, [], port);
	onTestFinished(close);
	expect((await leaveForProvider(auth, nobody, way))?.url).toContain(`http://localhost:${port}/auth`);
});

test('what comes back without having been begun here is refused, and leaves nothing', async () => {
	const { auth, db } = await open();
	const left = await leaveForProvider(auth, nobody, way);
	const state = new URL(left?.url ?? '').searchParams.get('state') ?? '';
	const own = { cookies: left?.cookies ?? {}, kind: 'Firefox' };
	const code = 'made up';
	expect(await returnFromProvider(auth, nobody, { state, code }), 'another browser').toEqual({ state: 'refused' });
	expect(await returnFromProvider(auth, own, { state: 'made up', code })).toEqual({ state: 'refused' });
	expect(await returnFromProvider(auth, own, { code }), 'no state').toEqual({ state: 'refused' });
	expect(await returnFromProvider(auth, own, {})).toEqual({ state: 'refused' });
	expect(await returnFromProvider(auth, own, { state, code, iss: 'https://other.example' })).toEqual({
		state: 'refused'
	});
	expect(await returnFromProvider(auth, own, { state, code }), 'once').toEqual({ state: 'refused' });
	for (const table of [user, session, verification]) expect(db.read.select().from(table).all()).toEqual([]);
});

test('a provider that refuses somebody is believed', async () => {
	const { auth } = await open();
	const left = await leaveForProvider(auth, nobody, way);
	const state = new URL(left?.url ?? '').searchParams.get('state') ?? '';
	const own = { cookies: left?.cookies ?? {}, kind: 'Firefox' };
	expect(await returnFromProvider(auth, own, { state, error: 'access_denied' })).toEqual({ state: 'refused' });
});
