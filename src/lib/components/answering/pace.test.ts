import { expect, test } from 'vitest';
import { Pace } from './pace.ts';

function shelf(text: string | null = null) {
	let kept = text;
	return {
		getItem: () => kept,
		setItem: (_: string, value: string) => void (kept = value),
		removeItem: () => void (kept = null)
	};
}

function paceAfter(...moments: number[]): Pace {
	const pace = new Pace('pace', shelf());
	for (const moment of moments) pace.answered(moment * 1000);
	return pace;
}

test('nothing is said before five answers', () => {
	expect(paceAfter(0, 30, 60, 90).minutesLeft(10, 0)).toBeUndefined();
});

test('thirty seconds an answer make five minutes for ten statements', () => {
	expect(paceAfter(0, 30, 60, 90, 120).minutesLeft(10, 0)).toBe(5);
});

test('a break of an hour counts as three minutes', () => {
	expect(paceAfter(0, 30, 60, 90, 90 + 3600).minutesLeft(4, 0)).toBe(Math.ceil((4 * (30 * 3 + 180)) / 4 / 60));
});

test('never less than reading takes, never less than a minute, nothing when nothing is left', () => {
	const fast = paceAfter(0, 1, 2, 3, 4);
	expect([fast.minutesLeft(10, 7.2), fast.minutesLeft(2, 0), fast.minutesLeft(0, 0)]).toEqual([8, 1, undefined]);
});

test('a clock that jumps back does no harm', () => {
	expect(paceAfter(100, 50, 80, 110, 140).minutesLeft(10, 0)).toBe(Math.ceil((10 * 90) / 4 / 60));
});

test('the pace survives a reload, and a broken note starts afresh', () => {
	const kept = shelf();
	const first = new Pace('pace', kept);
	for (const moment of [0, 60, 120, 180, 240]) first.answered(moment * 1000);
	expect(new Pace('pace', kept).minutesLeft(3, 0)).toBe(3);
	expect(new Pace('pace', shelf('{')).minutesLeft(3, 0)).toBeUndefined();
});
