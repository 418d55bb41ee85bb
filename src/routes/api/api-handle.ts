/**
 * Every call of the public interface, in place of what other requests go through: no cookie is read, so that everybody
 * gets the same bytes; programs of other sites may read them; whatever goes wrong is told as a problem (RFC 9457).
 */
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { Refusal } from '#lib/domain/api/problem.ts';
import { setHeaders } from '../headers.ts';
import { isProblem, refused, unlessKnown } from './api-response.ts';
import { calling } from './limits.ts';

const METHODS = 'GET, HEAD, OPTIONS';
const DAY_IN_SECONDS = 86_400;

/** Nothing here depends on who asks, and no credentials are taken. */
const FOR_ALL: Record<string, string> = {
	'access-control-allow-origin': '*',
	'access-control-expose-headers': 'ETag, Link, Retry-After, X-Request-Id',
	'cross-origin-resource-policy': 'cross-origin'
};

/** Whether an address belongs to the interface; the page about it, `/api`, does not. */
export function isCall(pathname: string): boolean {
	return pathname.startsWith('/api/');
}

export const handleCall: Handle = async ({ event, resolve }) => {
	event.locals.requestId = crypto.randomUUID();
	event.locals.theme = undefined;
	const response = await respond(event, () => resolve(event));
	setHeaders(response, event.url.pathname, event.locals.requestId, event.url.protocol === 'https:');
	for (const [name, value] of Object.entries(FOR_ALL)) response.headers.set(name, value);
	return response;
};

async function respond(event: RequestEvent, resolve: () => Response | Promise<Response>): Promise<Response> {
	const { method, headers } = event.request;
	const refuse = (status: Refusal['refused'], more?: Record<string, string>) =>
		refused({ refused: status }, event.url.origin, more);
	if (method === 'OPTIONS') return preflight();
	if (!calling.allows(event.getClientAddress())) return refuse(429, { 'retry-after': '60' });
	if (event.route.id === null || event.isDataRequest) return refuse(404);
	if (method !== 'GET' && method !== 'HEAD') return refuse(405, { allow: METHODS });
	const response = await resolve();
	if (response.ok) return unlessKnown(response, headers.get('if-none-match'));
	return isProblem(response) ? response : refuse(500);
}

/** What a browser asks before a call with headers of its own. */
function preflight(): Response {
	return new Response(null, {
		status: 204,
		headers: {
			allow: METHODS,
			'access-control-allow-methods': METHODS,
			'access-control-allow-headers': 'If-None-Match',
			'access-control-max-age': String(DAY_IN_SECONDS)
		}
	});
}
