import { afterEach, describe, expect, test } from 'vitest';
import type { ScreenView } from '#lib/domain/meeting/screen.ts';
import { holdMeeting, LEADER, LED_ON } from '../../../../tests/support/led-meeting.ts';
import { endStreams, openStream, tellScreens, type Watcher } from './live.ts';
import { dismissScreens } from './screens.ts';

afterEach(endStreams);

/** Reads a stream as a browser does. */
function watch(stream: ReadableStream<Uint8Array> | undefined) {
	if (!stream) throw new Error('The hall is full');
	const reader = stream.getReader();
	const decoder = new TextDecoder();
	const next = async (): Promise<ScreenView | 'end' | 'closed'> => {
		const { done, value } = await reader.read();
		if (done) return 'closed';
		const text = decoder.decode(value);
		if (text.startsWith('event: end')) return 'end';
		return text.startsWith('data: ') ? (JSON.parse(text.slice(6)) as ScreenView) : next();
	};
	return { next, leave: () => reader.cancel() };
}

async function watched(watcher: Partial<Watcher> = {}) {
	const held = await holdMeeting();
	const open = (more: Partial<Watcher> = {}) =>
		watch(openStream(held.db, held.id, { locale: 'de', mayWatch: () => true, ...watcher, ...more }, () => LED_ON));
	return { ...held, open };
}

describe('a stream', () => {
	test('begins with what is shown, and tells what changes, each screen in its language', async () => {
		const { id, show, open } = await watched();
		const [german, english] = [open(), open({ locale: 'en' })];
		expect(await german.next()).toMatchObject({ title: 'Herbst 2026' });
		expect(await english.next()).not.toHaveProperty('item');
		await show('D1.1');
		tellScreens(id);
		expect(await german.next()).toMatchObject({
			item: { id: 'D1.1', criterion: 'Strategische Ziele und politischer Auftrag' }
		});
		expect(await english.next()).toMatchObject({
			item: { id: 'D1.1', criterion: 'Strategic goals and political mandate' }
		});
	});

	test('gives whoever reads slowly the newest, and never an older one after it', async () => {
		const { id, show, open } = await watched();
		const screen = open();
		const versions: number[] = [];
		const read = async () => {
			const view = await screen.next();
			if (typeof view === 'object') versions.push(view.version);
			return view;
		};
		await read();
		for (const item of ['D1.1', 'D2.1', 'D3.1', 'D4.1']) {
			await show(item);
			tellScreens(id);
		}
		let last = await read();
		while (typeof last === 'object' && last.item?.id !== 'D4.1') last = await read();
		expect(versions).toEqual([...versions].sort((a, b) => a - b));
	});

	test('ends when the meeting is broken off, and for whoever may watch no more', async () => {
		const { db, id, show, open } = await watched();
		let may = true;
		const [screen, stranger] = [open(), open({ mayWatch: () => may })];
		await Promise.all([screen.next(), stranger.next()]);
		may = false;
		await show('D1.1');
		tellScreens(id);
		expect([await stranger.next(), await stranger.next()]).toEqual(['end', 'closed']);
		expect(await screen.next()).toMatchObject({ item: { id: 'D1.1' } });
		await dismissScreens(db, id, LEADER);
		tellScreens(id);
		expect([await screen.next(), await screen.next()]).toEqual(['end', 'closed']);
	});

	test('is closed when the service stops, so that it can', async () => {
		const { open } = await watched();
		const screen = open();
		await screen.next();
		endStreams();
		expect(await screen.next()).toBe('closed');
	});

	test('whoever has left holds nobody up', async () => {
		const { id, show, open } = await watched();
		const [gone, screen] = [open(), open()];
		await Promise.all([gone.next(), screen.next()]);
		await gone.leave();
		await show('D1.1');
		tellScreens(id);
		expect(await screen.next()).toMatchObject({ item: { id: 'D1.1' } });
	});
});

test('D12, D13: nothing that a person wrote or chose is on a screen', async () => {
	const people = Array.from({ length: 9 }, (_, index) => ({
		role: 'others',
		answers: { 'D1.1': { rating: ((index % 5) + 1) as 1, comment: `Geheimes ${index}`, reason: 'Geheimer Grund' } }
	}));
	const held = await holdMeeting(people);
	await held.show('D1.1');
	const screen = watch(openStream(held.db, held.id, { locale: 'de', mayWatch: () => true }, () => LED_ON));
	const view = await screen.next();
	expect(view).toMatchObject({ item: { seen: { distribution: [2, 2, 2, 2, 1] } } });
	expect(JSON.stringify(view)).not.toMatch(/Geheim/);
});
