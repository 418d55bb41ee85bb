import { expect, test, vi } from 'vitest';
import { SaveQueue, type Change, type Outcome, type Sent, type Shelf } from './save-queue.svelte.ts';

/** The browser's storage, as far as the queue uses it. */
function shelf(text?: string): Shelf & { kept: Map<string, string> } {
	const kept = new Map(text === undefined ? [] : [['q', text]]);
	return {
		kept,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}

function change(revision: number, level: 1 | 2 | 3 | 4 | 5, questionId = 'D1.1'): Change {
	return { questionId, revision, value: { rating: level } };
}

const saved = (changes: Change[]): Sent => ({ outcomes: changes.map((one) => ({ ...one, status: 'saved' })) });

/** A server that answers each request as told, and remembers what it was sent. */
function server(...answers: ((changes: Change[]) => Sent)[]) {
	const requests: Change[][] = [];
	const send = async (changes: Change[]) => {
		requests.push(changes);
		return (answers[requests.length - 1] ?? saved)(changes);
	};
	return { requests, send };
}

test('a change is sent at once and forgotten when it is confirmed', async () => {
	const { requests, send } = server();
	const storage = shelf();
	const queue = new SaveQueue('q', storage, send);
	queue.add(change(1, 3));
	expect(storage.kept.get('q')).toContain('"D1.1"');
	await queue.flush();
	expect(requests).toEqual([[change(1, 3)]]);
	expect(queue).toMatchObject({ state: 'saved', isEmpty: true });
	expect(storage.kept.size).toBe(0);
});

test('what could not be sent waits, is replayed by the next visit in order, and only once', async () => {
	vi.useFakeTimers();
	const storage = shelf();
	const before = new SaveQueue('q', storage, server(() => ({ failed: 'offline' })).send);
	before.add(change(1, 3));
	before.add(change(1, 5, 'D1.2'));
	await before.flush();
	expect(before.state).toBe('offline');
	vi.useRealTimers();

	const { requests, send } = server();
	const after = new SaveQueue('q', storage, send);
	expect(after.waitingFor('D1.1')).toEqual(change(1, 3));
	await after.flush();
	await after.flush();
	expect(requests).toEqual([[change(1, 3), change(1, 5, 'D1.2')]]);
	expect(storage.kept.size).toBe(0);
});

test('a change made while the one before is under way is sent after it', async () => {
	const { requests, send } = server();
	const queue = new SaveQueue('q', shelf(), send);
	queue.add(change(1, 3));
	queue.add(change(2, 4));
	await queue.flush();
	expect(requests).toEqual([[change(1, 3)], [change(2, 4)]]);
	expect(queue.isEmpty).toBe(true);
});

test('a change made right after there was nothing to send is sent', async () => {
	const { requests, send } = server();
	const queue = new SaveQueue('q', shelf(), send);
	void queue.flush();
	queue.add(change(1, 3));
	await queue.flush();
	expect(requests).toEqual([[change(1, 3)]]);
});

test('a change made in the moment in which sending ends is sent', async () => {
	const { requests, send } = server();
	const queue = new SaveQueue('q', shelf(), send, ({ revision }) => {
		// as another part of the page might, as soon as it hears of it
		if (revision === 1) void Promise.resolve().then(() => queue.add(change(2, 4)));
	});
	queue.add(change(1, 3));
	await vi.waitFor(() => expect(requests).toHaveLength(2));
	expect(queue.isEmpty).toBe(true);
});

test.each(['full', 'broken'] as const)('while the server is %s a change waits and is tried again', async (failed) => {
	vi.useFakeTimers();
	const storage = shelf();
	const { requests, send } = server(() => ({ failed }));
	const queue = new SaveQueue('q', storage, send);
	queue.add(change(1, 3));
	await queue.flush();
	expect(queue.state).toBe(failed);
	expect(storage.kept.get('q')).toContain('"D1.1"');
	await vi.advanceTimersByTimeAsync(2_000);
	expect(queue).toMatchObject({ state: 'saved', isEmpty: true });
	expect(requests).toHaveLength(2);
	vi.useRealTimers();
});

test('where the browser has no room the change is sent all the same', async () => {
	const { requests, send } = server();
	const full = () => {
		throw new DOMException('no room', 'QuotaExceededError');
	};
	const queue = new SaveQueue('q', { ...shelf(), setItem: full }, send);
	queue.add(change(1, 3));
	await queue.flush();
	expect(requests).toHaveLength(1);
});

test('it tries again by itself while the server cannot be reached, ever more seldom', async () => {
	vi.useFakeTimers();
	const failing = Array.from({ length: 4 }, () => (): Sent => ({ failed: 'offline' }));
	const { requests, send } = server(...failing);
	const queue = new SaveQueue('q', shelf(), send);
	queue.add(change(1, 3));
	await queue.flush();
	for (const wait of [2_000, 4_000, 8_000]) await vi.advanceTimersByTimeAsync(wait);
	expect(requests).toHaveLength(4);
	await vi.advanceTimersByTimeAsync(16_000);
	expect(queue.state).toBe('saved');
	vi.useRealTimers();
});

test.each(['conflict', 'older'] as const)('an answer that met another (%s) is left to the person', async (status) => {
	const stored: Outcome = { ...change(1, 2), status };
	const confirmed: Outcome[] = [];
	const queue = new SaveQueue('q', shelf(), server(() => ({ outcomes: [stored] })).send, (one) => confirmed.push(one));
	queue.add(change(1, 5));
	await queue.flush();
	expect(queue).toMatchObject({ conflicts: [stored], isEmpty: true });
	expect(confirmed).toEqual([]);
	queue.settle('D1.1');
	expect(queue.conflicts).toEqual([]);
});

test('an older answer that says the same is no conflict', async () => {
	const queue = new SaveQueue('q', shelf(), server(() => ({ outcomes: [{ ...change(4, 5), status: 'older' }] })).send);
	queue.add(change(1, 5));
	await queue.flush();
	expect(queue).toMatchObject({ conflicts: [], isEmpty: true, state: 'saved' });
});

test('after the check is closed nothing more is sent, and nothing that waits is thrown away', async () => {
	const storage = shelf();
	const queue = new SaveQueue('q', storage, server(() => ({ refused: 'closed' })).send);
	queue.add(change(1, 5));
	await queue.flush();
	expect(queue.state).toBe('refused');
	expect(storage.kept.get('q')).toContain('"D1.1"');
});

test('after the check is deleted nothing of it stays in the browser', async () => {
	const storage = shelf();
	const queue = new SaveQueue('q', storage, server(() => ({ refused: 'gone' })).send);
	queue.add(change(1, 5));
	await queue.flush();
	expect(queue.state).toBe('refused');
	expect(storage.kept.size).toBe(0);
});

test('what somebody else put on the shelf does no harm', () => {
	const storage = shelf('{broken');
	expect(new SaveQueue('q', storage, server().send).isEmpty).toBe(true);
	expect(storage.kept.size).toBe(0);
});

test('without a shelf it keeps nothing', async () => {
	const { requests, send } = server();
	const queue = new SaveQueue('q', undefined, send);
	queue.add(change(1, 3));
	await queue.flush();
	expect(requests).toHaveLength(1);
});
