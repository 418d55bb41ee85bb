/** Streams that tell projector, phones and whoever leads what a meeting shows now (server-sent events). */
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { isNewer, type ScreenView } from '#lib/domain/meeting/screen.ts';
import type { Db } from '#lib/server/db/open.ts';
import { findScreenView } from './screen-views.ts';
import { today as thisDay } from '#lib/server/today.ts';

/** Milliseconds between two messages: votes that come all at once are told together. */
const PACE = 100;
/** Milliseconds between two signs of life, before which proxies give a stream up. */
const BEAT = 15_000;
/** Milliseconds after which a stream ends; whoever comes back is asked again for the right to it. */
const LONGEST = 10 * 60_000;
/** Milliseconds after which a browser comes back. */
const RETRY = 1000;
/** A hall full of phones; more are turned away. */
const MOST = 1000;

const encoder = new TextEncoder();
const END = encoder.encode('event: end\ndata:\n\n');
const SIGN_OF_LIFE = encoder.encode(':\n\n');

/** Somebody at a screen. */
export interface Watcher {
	locale: Locale;
	/** asked before every message */
	mayWatch: () => boolean;
}

interface Listener extends Watcher {
	send(message: Uint8Array): void;
	end(message?: Uint8Array): void;
	shown: Pick<ScreenView, 'version'> | undefined;
	/** of the clock that never goes back */
	until: number;
}

interface Group {
	db: Db;
	today: () => string;
	listeners: Set<Listener>;
	/** a message has gone out just now */
	resting: boolean;
	/** something has changed since */
	stale: boolean;
}

const groups = new Map<string, Group>();

/**
 * Opens a stream, beginning with what is shown at present; undefined where the hall is full.
 * @param today the day that counts while it is open
 */
export function openStream(
	db: Db,
	roundId: string,
	watcher: Watcher,
	today = thisDay
): ReadableStream<Uint8Array> | undefined {
	const group = groups.get(roundId) ?? { db, today, listeners: new Set<Listener>(), resting: false, stale: false };
	if (group.listeners.size >= MOST) return undefined;
	groups.set(roundId, group);
	let waiting: Uint8Array | undefined;
	let listener: Listener;
	const leave = () => {
		group.listeners.delete(listener);
		if (group.listeners.size === 0 && groups.get(roundId) === group) groups.delete(roundId);
	};
	return new ReadableStream<Uint8Array>({
		start(controller) {
			listener = {
				...watcher,
				shown: undefined,
				until: performance.now() + LONGEST,
				// Whoever reads slowly gets the newest next, and nothing in between.
				send(message) {
					if (!group.listeners.has(listener)) return;
					if ((controller.desiredSize ?? 0) > 0) controller.enqueue(message);
					else if (message !== SIGN_OF_LIFE) waiting = message;
				},
				end(message) {
					if (!group.listeners.has(listener)) return;
					leave();
					if (message) controller.enqueue(message);
					controller.close();
				}
			};
			controller.enqueue(encoder.encode(`retry: ${RETRY}\n\n`));
			group.listeners.add(listener);
			void sendTo([listener], group, roundId);
		},
		pull(controller) {
			if (waiting) controller.enqueue(waiting);
			waiting = undefined;
		},
		cancel: leave
	});
}

/** Something that screens show has changed: tells everybody, at once or with what comes right after it. */
export function tellScreens(roundId: string): void {
	const group = groups.get(roundId);
	if (!group) return;
	if (group.resting) {
		group.stale = true;
		return;
	}
	group.resting = true;
	setTimeout(() => {
		group.resting = false;
		if (group.stale) tellScreens(roundId);
	}, PACE).unref();
	group.stale = false;
	void sendTo([...group.listeners], group, roundId);
}

async function sendTo(listeners: readonly Listener[], { db, today }: Group, roundId: string): Promise<void> {
	try {
		for (const [locale, readers] of Map.groupBy(listeners, (one) => one.locale)) {
			const view = await findScreenView(db, roundId, locale, today());
			const message = view && encoder.encode(`data: ${JSON.stringify(view)}\n\n`);
			for (const listener of readers) deliver(listener, view, message);
		}
	} catch (error) {
		// Browsers come back, and get what is shown then.
		console.error(error);
		listeners.forEach((listener) => listener.end());
	}
}

function deliver(listener: Listener, view: ScreenView | undefined, message: Uint8Array | undefined): void {
	if (!view || !message || !listener.mayWatch()) listener.end(END);
	else if (isNewer(view, listener.shown)) {
		listener.shown = view;
		listener.send(message);
	}
}

setInterval(() => {
	const now = performance.now();
	for (const listener of [...groups.values()].flatMap(({ listeners }) => [...listeners])) {
		if (!listener.mayWatch()) listener.end(END);
		else if (now >= listener.until) listener.end();
		else listener.send(SIGN_OF_LIFE);
	}
}, BEAT).unref();

/** Ends all streams, before the service stops; browsers come back to the next one. */
export function endStreams(): void {
	for (const { listeners } of [...groups.values()]) for (const listener of [...listeners]) listener.end();
}
