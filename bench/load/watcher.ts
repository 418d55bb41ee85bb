import { get } from 'node:http';

interface Waiting {
	text: string;
	arrived: (moment: number) => void;
}

/** A screen of a meeting: a connection over which the server sends what it shows. */
export class Watcher {
	#waiting: Waiting | undefined;
	readonly #leave: () => void;

	private constructor(leave: () => void) {
		this.#leave = leave;
	}

	/** Resolves once the first message has come. @param cookie as the browser sends it */
	static open(origin: string, cookie: string): Promise<Watcher> {
		return new Promise((resolve, reject) => {
			const outgoing = get(`${origin}/meeting/live`, { headers: { cookie }, agent: false }, (response) => {
				const watcher = new Watcher(() => outgoing.destroy());
				response.setEncoding('utf8').on('data', (chunk: string) => {
					if (chunk.includes('data: {')) resolve(watcher);
					watcher.#look(chunk);
				});
				response.on('error', () => undefined);
			});
			outgoing.on('error', reject);
		});
	}

	#look(chunk: string) {
		if (!this.#waiting || !chunk.includes(this.#waiting.text)) return;
		this.#waiting.arrived(performance.now());
		this.#waiting = undefined;
	}

	/** Resolves with the moment at which a message with this text comes. */
	wait(text: string): Promise<number> {
		return new Promise((arrived) => (this.#waiting = { text, arrived }));
	}

	leave(): void {
		this.#leave();
	}
}
