import { once } from 'node:events';
import { request } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { constants, createBrotliCompress } from 'node:zlib';
import { generate } from 'selfsigned';

/** What HTTP/2 knows no more (RFC 9113, 8.2.2). */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/**
 * Stands for the reverse proxy of an installation as in the operations manual: HTTPS with HTTP/2, pages compressed on
 * their way; files are compressed already. Its certificate is made up at each start.
 */
export async function startCompressingProxy(target: string): Promise<{ origin: string; stop(): void }> {
	const { hostname, port } = new URL(target);

	function answer(incoming: Http2ServerRequest, reply: Http2ServerResponse) {
		const { method, url: path } = incoming;
		const headers = Object.fromEntries(Object.entries(incoming.headers).filter(([name]) => !name.startsWith(':')));
		const outgoing = request({ hostname, port, method, path, headers }, (response) => {
			const compressible = /^text\/html|json/.test(response.headers['content-type'] ?? '');
			const { 'content-length': length, ...others } = response.headers;
			const kept = Object.fromEntries(Object.entries(others).filter(([name]) => !OF_CONNECTION.has(name)));
			if (!compressible || kept['content-encoding']) {
				reply.writeHead(response.statusCode ?? 502, { ...kept, ...(length && { 'content-length': length }) });
				response.pipe(reply);
				return;
			}
			reply.writeHead(response.statusCode ?? 502, { ...kept, 'content-encoding': 'br' });
			response.pipe(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })).pipe(reply);
		});
		outgoing.on('error', () => reply.destroy());
		incoming.pipe(outgoing);
	}

	const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
	const server = createSecureServer({ key, cert, allowHTTP1: false }, answer).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port: own } = server.address() as AddressInfo;
	return { origin: `https://localhost:${own}`, stop: () => server.close() };
}
