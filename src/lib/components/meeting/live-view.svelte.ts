/** What a meeting shows at present: follows the stream of the server, and comes back by itself when it breaks. */
import { isNewer, type ScreenView } from '#lib/domain/meeting/screen.ts';

/** Milliseconds until a break is told; shorter ones nobody need notice. */
const PATIENCE = 3000;
/** Milliseconds, at least and at most, until the next try where the browser itself has given up. */
const RETRY = [1000, 8000] as const;

export class LiveView {
	view: ScreenView | undefined = $state.raw();
	/** when it arrived, on the clock of this page that never goes back */
	arrived = $state(0);
	/** the connection is broken; what is shown may be old */
	lost = $state(false);
	/** the meeting shows nothing any more */
	ended = $state(false);

	/** @param first what the page came with */
	constructor(first: ScreenView | undefined) {
		this.view = first;
	}

	/** Takes what is at least as new as what is shown. */
	show(view: ScreenView): void {
		if (!isNewer(view, this.view)) return;
		this.view = view;
		this.arrived = performance.now();
	}

	/** Follows the stream until the function that it returns is called. */
	follow(url: string): () => void {
		let source: EventSource | undefined;
		let patience: ReturnType<typeof setTimeout> | undefined;
		let retry: ReturnType<typeof setTimeout> | undefined;
		this.arrived = performance.now();
		this.ended = false;
		const open = () => {
			source = new EventSource(url);
			source.onmessage = ({ data }) => {
				clearTimeout(patience);
				patience = undefined;
				this.lost = false;
				this.show(JSON.parse(data) as ScreenView);
			};
			source.addEventListener('end', () => {
				this.ended = true;
				stop();
			});
			source.onerror = () => {
				patience ??= setTimeout(() => (this.lost = true), PATIENCE);
				if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, between(...RETRY));
			};
		};
		const stop = () => {
			source?.close();
			clearTimeout(patience);
			clearTimeout(retry);
			this.lost = false;
		};
		open();
		return stop;
	}
}

/** Screens that were cut off together shall not all come back at once. */
function between(least: number, most: number): number {
	return least + Math.random() * (most - least);
}
