/** As much of it as is used here; the package brings no types. */
declare module 'oidc-provider' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	interface Configuration {
		clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
		claims: Record<string, string[]>;
		pkce: { required(): boolean };
		cookies: { keys: string[] };
		findAccount(context: unknown, login: string): { accountId: string; claims(): Promise<Record<string, unknown>> };
	}

	export default class Provider {
		constructor(issuer: string, configuration: Configuration);
		callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
	}
}
