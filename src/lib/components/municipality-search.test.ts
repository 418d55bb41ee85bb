import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FoundMunicipality } from '#lib/domain/municipality/search.ts';
import { MunicipalitySearch } from './municipality-search.svelte.ts';

const entry = (name: string): FoundMunicipality => ({
	key: '05901001',
	name,
	kind: 'town',
	state: '05',
	population: 9000,
	district: null,
	association: null
});

/** A search whose answers the test gives when it likes. */
function openSearch() {
	const asked: { text: string; signal: AbortSignal; answer: (found: FoundMunicipality[]) => void; fail: () => void }[] =
		[];
	const search = new MunicipalitySearch((text, signal) => {
		const { promise, resolve, reject } = Promise.withResolvers<FoundMunicipality[]>();
		asked.push({ text, signal, answer: resolve, fail: () => reject(new Error('offline')) });
		return promise;
	});
	return { search, asked };
}

const pause = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a search that follows the typing', () => {
	test('asks once after a pause, for what stands there then', async () => {
		const { search, asked } = openSearch();
		for (const text of ['mu', 'mus', 'must ']) search.look(text);
		expect(search.state).toBe('searching');
		expect(asked).toEqual([]);
		await pause();
		expect(asked.map(({ text }) => text)).toEqual(['must']);
	});

	test('shows what was found', async () => {
		const { search, asked } = openSearch();
		search.look('muster');
		await pause();
		asked[0]?.answer([entry('Musterau')]);
		await pause();
		expect(search.state).toBe('found');
		expect(search.results.map(({ name }) => name)).toEqual(['Musterau']);
	});

	test('does not ask for a single letter, and forgets the results', async () => {
		const { search, asked } = openSearch();
		search.look('muster', 0);
		await pause();
		asked[0]?.answer([entry('Musterau')]);
		await pause();
		search.look(' m ');
		await pause();
		expect(asked).toHaveLength(1);
		expect([search.state, search.results]).toEqual(['idle', []]);
	});

	test('takes no answer to an earlier question, however late it comes', async () => {
		const { search, asked } = openSearch();
		search.look('muster');
		await pause();
		search.look('zwolf');
		await pause();
		expect(asked[0]?.signal.aborted).toBe(true);
		asked[1]?.answer([entry('Zwolfstadt')]);
		await pause();
		asked[0]?.answer([entry('Musterau')]);
		await pause();
		expect(search.results.map(({ name }) => name)).toEqual(['Zwolfstadt']);
	});

	test('keeps the last results until others come', async () => {
		const { search, asked } = openSearch();
		search.look('muster');
		await pause();
		asked[0]?.answer([entry('Musterau')]);
		await pause();
		search.look('muste');
		await pause();
		expect(search.results).toHaveLength(1);
	});

	test('tells that it failed, and shows nothing old then', async () => {
		const { search, asked } = openSearch();
		search.look('muster');
		await pause();
		asked[0]?.answer([entry('Musterau')]);
		await pause();
		search.look('musterau');
		await pause();
		asked[1]?.fail();
		await pause();
		expect([search.state, search.results]).toEqual(['failed', []]);
	});

	test('a question that was stopped does not fail', async () => {
		const { search, asked } = openSearch();
		search.look('muster');
		await pause();
		search.clear();
		asked[0]?.fail();
		await pause();
		expect(search.state).toBe('idle');
	});
});
