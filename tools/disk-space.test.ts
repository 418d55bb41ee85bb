import { expect, test } from 'vitest';
import { describeShortage, spaceNeeded } from './disk-space.mjs';

const MEGABYTE = 1024 * 1024;
const file = '/srv/data/standort.db';

test('an upgrade needs room for two copies of the database beside a reserve', () => {
	expect(spaceNeeded(100 * MEGABYTE)).toBe(700 * MEGABYTE);
});

test('nothing is said while there is room', () => {
	expect(describeShortage({ free: 700 * MEGABYTE, databaseSize: 100 * MEGABYTE, file })).toBeUndefined();
});

test('a shortage is told with its figures in both languages', () => {
	const sentence = describeShortage({ free: 699.5 * MEGABYTE, databaseSize: 100 * MEGABYTE, file });
	expect(sentence).toContain(`Nur noch 699 MB frei, wo ${file} liegt; nötig sind 700 MB.`);
	expect(sentence).toContain('Only 699 MB left, 700 MB needed.');
});
