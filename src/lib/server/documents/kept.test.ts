import { expect, test } from 'vitest';
import { onceMade } from './kept.ts';

test('what several ask for at once and later is made once, and each can read it whole', async () => {
	let made = 0;
	const headers = { 'content-disposition': 'attachment' };
	const make = () => Promise.resolve(new Response(`number ${++made}`, { headers }));
	const [one, two] = await Promise.all([onceMade('shared', make), onceMade('shared', make)]);
	expect(await one.text()).toBe('number 1');
	expect(await two.text()).toBe('number 1');
	expect(two.headers.get('content-disposition')).toBe('attachment');
	expect(await (await onceMade('shared', make)).text()).toBe('number 1');
	expect(await (await onceMade('another', make)).text()).toBe('number 2');
});

test('what failed is tried again', async () => {
	await expect(onceMade('failing', () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
	expect(await (await onceMade('failing', () => Promise.resolve(new Response('there')))).text()).toBe('there');
});
