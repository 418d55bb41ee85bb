import { createHash } from 'node:crypto';
import errorPage from '../error.html?raw';

/** Headers that stand on every response, pages, data, downloads and errors alike. */
const EVERYWHERE: Record<string, string> = {
	// With `no-referrer` browsers send no origin with a plain form, and forms without JavaScript would be refused.
	'referrer-policy': 'same-origin',
	'x-content-type-options': 'nosniff',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
	'x-frame-options': 'DENY'
};

/** What a handler may open for others, since its answer is public and holds nothing but that. */
const OPENED = 'cross-origin-resource-policy';

/**
 * A page of its own policy carries Kit's with its nonce; everything else may load and run nothing. The one style that
 * is allowed is that of the page for errors which no other page can tell.
 */
const style = /<style>([^]*?)<\/style>/.exec(errorPage)?.[1] ?? '';
const styleHash = createHash('sha256').update(style).digest('base64');
const NOTHING = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** What lies behind a code, a link or a session is never kept by a cache. */
const PRIVATE = /^\/(check|shared|account|assessments|preview|operate|answer|meeting)(\/|$)/;
/** Nor does a search engine list it. */
const UNLISTED = /^\/(check|shared|account|assessments|preview|operate|answer|meeting)\//;

/** Sets the headers of a response. @param secure the page came by HTTPS */
export function setHeaders(response: Response, pathname: string, requestId: string, secure: boolean): void {
	for (const [name, value] of Object.entries(EVERYWHERE))
		if (name !== OPENED || !response.headers.has(name)) response.headers.set(name, value);
	response.headers.set('x-request-id', requestId);
	if (secure) response.headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
	if (PRIVATE.test(pathname)) response.headers.set('cache-control', 'no-store');
	if (UNLISTED.test(pathname)) response.headers.set('x-robots-tag', 'noindex');
	if (!response.headers.has('content-security-policy')) response.headers.set('content-security-policy', NOTHING);
}
