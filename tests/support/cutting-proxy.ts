import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a connection is cut, counted in bytes of one direction. */
export type Cut = { request: number } | { response: number };

/** A TCP proxy before `port` that cuts every connection after as many bytes; close it when done. */
export async function startCuttingProxy(port: number, cut: Cut) {
	const proxy = createServer((near) => {
		const far = connect(port, '127.0.0.1');
		const end = () => [near, far].forEach((socket) => socket.destroy());
		for (const socket of [near, far]) socket.on('error', end).on('close', end);
		forward(near, far, 'request' in cut ? cut.request : Infinity, end);
		forward(far, near, 'response' in cut ? cut.response : Infinity, end);
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	return { port: (proxy.address() as AddressInfo).port, close: () => proxy.close() };
}

function forward(from: Socket, to: Socket, limit: number, end: () => void) {
	let passed = 0;
	from.on('data', (bytes) => {
		const part = bytes.subarray(0, limit - passed);
		passed += part.length;
		to.write(part, () => passed >= limit && end());
	});
	if (limit === 0) from.once('data', end);
}
