import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findSameItems, readInstruments } from '#lib/instruments/index.ts';
import { temporaryFolder } from '../../../tests/support/folder.ts';
import { crosswalkText, loadTwoVersions, writeTwoVersions } from '../../../tests/support/next-version.ts';

test('versions live side by side, the earlier first, each with its own hash', () => {
	const [first, second] = loadTwoVersions(temporaryFolder());
	expect(first?.instrument.version).toBe('1.0.0');
	expect(second?.instrument.version).toBe('1.1.0');
	expect(second?.sha256).not.toBe(first?.sha256);
	expect(first?.crosswalk).toBeUndefined();
	expect(second?.crosswalk?.from).toBe('1.0.0');
});

test('M16: what asks the same in both versions can be compared, under the id of each', () => {
	const versions = loadTwoVersions(temporaryFolder());
	const same = findSameItems('standort-2030', '1.0.0', '1.1.0', versions);
	expect(same?.size).toBe(52);
	expect(same?.get('D1.1')).toBe('D1.1');
	expect(same?.get('A3.3')).toBe('A3.4');
	expect(same?.has('D1.2')).toBe(false);
	expect(same?.has('D2.3')).toBe(false);
});

test('M16: without a crosswalk between two versions nothing can be compared', () => {
	const versions = loadTwoVersions(temporaryFolder());
	expect(findSameItems('standort-2030', '1.1.0', '1.0.0', versions)).toBeUndefined();
	expect(findSameItems('standort-2030', '0.9.0', '1.1.0', versions)).toBeUndefined();
	expect(findSameItems('standort-2030', '1.0.0', '1.0.0', versions)?.size).toBe(54);
});

test('a crosswalk that forgets an item stops the start and says which', () => {
	const folder = temporaryFolder();
	writeTwoVersions(folder, crosswalkText().replace('  B6.3: same\n', ''));
	expect(() => readInstruments(folder)).toThrow(/1\.1\.0\/crosswalk\.yaml:2 items: Item B6\.3 of version 1\.1\.0/);
});

test('a crosswalk from a version that is not there stops the start', () => {
	const folder = temporaryFolder();
	writeTwoVersions(folder);
	rmSync(join(folder, 'standort-2030', '1.0.0'), { recursive: true });
	expect(() => readInstruments(folder)).toThrow('The earlier version 1.0.0 was not found.');
});

test('a folder whose name is another version than its frame says stops the start', () => {
	const folder = temporaryFolder();
	writeTwoVersions(folder);
	const frame = join(folder, 'standort-2030', '1.1.0', 'frame.yaml');
	writeFileSync(frame, 'id: standort-2030\n');
	expect(() => readInstruments(folder)).toThrow(/frame\.yaml:1 version: The entry “version” is missing/);
});
