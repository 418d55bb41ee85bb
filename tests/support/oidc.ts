/** A provider of OpenID Connect as there are many, and the built service that people enter by it. */
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Provider from 'oidc-provider';
import { freePort, startBuiltServer } from './built-server.ts';
import { closeService, type Opened } from './services.ts';

export const NAME = 'Landesportal';
export const CLIENT = { client_id: 'standort-2030', client_secret: 'a secret of the two' };

/** Addresses that begin like this are not confirmed by the provider. */
export const UNCONFIRMED = 'unbestaetigt';

export interface AtProvider {
	/** of the service */
	origin: string;
	issuer: string;
	/** of the database */
	file: string;
	/** what the service has asked the provider for, as queries */
	asked: URLSearchParams[];
}

/** Whoever signs in at the provider with an address as login name is known by it. */
function accountOf(login: string) {
	const claims = { sub: login, email: login, email_verified: !login.startsWith(UNCONFIRMED), name: 'Robin vom Portal' };
	return { accountId: login, claims: () => Promise.resolve(claims) };
}

/** Starts the provider. @param asked gets what it is asked for, as queries */
export async function startProvider(redirectUri: string, asked: URLSearchParams[] = [], port = 0) {
	const http = createServer().listen(port, '127.0.0.1');
	await once(http, 'listening');
	const issuer = `http://localhost:${(http.address() as AddressInfo).port}`;
	const provider = new Provider(issuer, {
		clients: [{ ...CLIENT, redirect_uris: [redirectUri] }],
		claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
		// It refuses whoever leaves the proof out.
		pkce: { required: () => true },
		cookies: { keys: ['key of the cookies'] },
		findAccount: (_, login) => accountOf(login)
	});
	http.on('request', (request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '', issuer);
		if (pathname === '/auth') asked.push(searchParams);
		void provider.callback()(request, response);
	});
	const close = () => {
		http.closeAllConnections();
		http.close();
	};
	return { issuer, close };
}

/** Starts both. @param env more settings of the service */
export async function openWithProvider(env: Record<string, string> = {}): Promise<Opened<AtProvider>> {
	const folder = mkdtempSync(join(tmpdir(), 'standort-oidc-'));
	const port = await freePort();
	const asked: URLSearchParams[] = [];
	const { issuer, close } = await startProvider(`http://localhost:${port}/account/callback`, asked);
	const server = await startBuiltServer({
		folder,
		port,
		env: {
			OIDC_ISSUER: issuer,
			OIDC_CLIENT_ID: CLIENT.client_id,
			OIDC_CLIENT_SECRET: CLIENT.client_secret,
			OIDC_NAME: NAME,
			...env
		}
	});
	return {
		service: { origin: server.origin, issuer, asked, file: join(folder, 'standort.db') },
		async close() {
			await closeService(server, folder);
			close();
		}
	};
}
