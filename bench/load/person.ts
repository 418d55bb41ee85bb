import { Agent, request, type IncomingHttpHeaders } from 'node:http';

export interface Reply {
	status: number;
	location: string | undefined;
	body: string;
	/** from sending the request until the last byte, in milliseconds */
	milliseconds: number;
}

interface Message {
	type: string;
	body: string;
}

/** A visitor with a connection, cookies and an address of their own. */
export class Person {
	readonly #origin: URL;
	readonly #address: string;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
	readonly #cookies = new Map<string, string>();

	/** @param number makes the address; the limits per address then count each person apart */
	constructor(origin: string, number: number) {
		this.#origin = new URL(origin);
		this.#address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
	}

	get(path: string): Promise<Reply> {
		return this.#send('GET', path);
	}

	/** Posts a form as a browser without JavaScript does. */
	post(path: string, fields: Iterable<[string, string]>): Promise<Reply> {
		const body = new URLSearchParams([...fields]).toString();
		return this.#send('POST', path, { type: 'application/x-www-form-urlencoded', body });
	}

	put(path: string, value: unknown): Promise<Reply> {
		return this.#send('PUT', path, { type: 'application/json', body: JSON.stringify(value) });
	}

	/** names and values */
	cookies(): [string, string][] {
		return [...this.#cookies];
	}

	leave(): void {
		this.#agent.destroy();
	}

	#send(method: string, path: string, message?: Message): Promise<Reply> {
		const started = performance.now();
		const cookie = Array.from(this.#cookies, (pair) => pair.join('=')).join('; ');
		const headers: Record<string, string | number> = {
			accept: 'text/html',
			'x-forwarded-for': this.#address,
			origin: this.#origin.origin,
			...(cookie ? { cookie } : {}),
			...(message ? { 'content-type': message.type, 'content-length': Buffer.byteLength(message.body) } : {})
		};
		const { hostname, port } = this.#origin;
		return new Promise((resolve, reject) => {
			const outgoing = request({ agent: this.#agent, host: hostname, port, method, path, headers }, (response) => {
				this.#keepCookies(response.headers);
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						location: response.headers.location,
						body: Buffer.concat(chunks).toString(),
						milliseconds: performance.now() - started
					})
				);
			});
			outgoing.on('error', reject);
			outgoing.end(message?.body);
		});
	}

	#keepCookies(headers: IncomingHttpHeaders) {
		for (const line of headers['set-cookie'] ?? []) {
			const [pair = ''] = line.split(';');
			const [name = '', value = ''] = pair.split(/=(.*)/s);
			this.#cookies.set(name, value);
		}
	}
}
