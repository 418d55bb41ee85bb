import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, createBrotliCompress } from 'node:zlib';

/** Stands for the reverse proxy of an installation, which compresses pages on their way; files are compressed already. */
export async function startCompressingProxy(target: string): Promise<{ origin: string; stop(): void }> {
	const { hostname, port } = new URL(target);

	function answer(incoming: IncomingMessage, reply: ServerResponse) {
		const { method, url: path, headers } = incoming;
		const outgoing = request({ hostname, port, method, path, headers }, (response) => {
			const compressible = /^text\/html|json/.test(response.headers['content-type'] ?? '');
			if (!compressible || response.headers['content-encoding']) {
				reply.writeHead(response.statusCode ?? 502, response.headers);
				response.pipe(reply);
				return;
			}
			delete response.headers['content-length'];
			reply.writeHead(response.statusCode ?? 502, { ...response.headers, 'content-encoding': 'br' });
			response.pipe(createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })).pipe(reply);
		});
		outgoing.on('error', () => reply.destroy());
		incoming.pipe(outgoing);
	}

	const server = createServer(answer).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port: own } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${own}`,
		stop() {
			server.close();
			server.closeAllConnections();
		}
	};
}
