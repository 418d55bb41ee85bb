/**
 * `SLOW_WRITES=1500 npx playwright test …`: every service lets so many milliseconds pass before it begins with what a
 * page sends. A story that goes on before its page shows what came of it then fails always, not now and then.
 */
import { Server, type IncomingMessage } from 'node:http';

const DELAY = Number(process.env.SLOW_WRITES);

/** Calls that tests make without a page are waited for anyway. */
const comesFromPage = ({ method, headers }: IncomingMessage) => method !== 'GET' && 'sec-fetch-site' in headers;

const emit = Server.prototype.emit as (this: Server, event: string | symbol, ...values: unknown[]) => boolean;

Server.prototype.emit = function (this: Server, event: string | symbol, ...values: unknown[]): boolean {
	if (event !== 'request' || !comesFromPage(values[0] as IncomingMessage)) return emit.call(this, event, ...values);
	setTimeout(() => emit.call(this, event, ...values), DELAY);
	return true;
};
