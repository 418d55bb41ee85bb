import { readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRound } from '../../../tests/support/making-rounds.ts';
import { storeCheck } from '../../../tests/support/stored-check.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../tests/support/temporary-database.ts';
import { round } from './db/schema-rounds.ts';
import { hmac, openCodeKey } from './keys.ts';

function openFolder() {
	const folder = join(temporaryFolder(), 'keys');
	return { db: openTemporaryDatabase(), folder, file: join(folder, 'resume-codes.key') };
}

test('a key is made once, for its owner only, and stays the same', () => {
	const { db, folder, file } = openFolder();
	const key = openCodeKey(db, folder);
	expect(key).toHaveLength(32);
	expect(statSync(file).mode & 0o777).toBe(0o600);
	expect(statSync(folder).mode & 0o777).toBe(0o700);
	expect(openCodeKey(db, folder)).toEqual(key);
	expect(readFileSync(file)).toEqual(key);
});

test('two folders have different keys', () => {
	const { db, folder } = openFolder();
	expect(openCodeKey(db, folder)).not.toEqual(openCodeKey(db, temporaryFolder()));
});

test('a key that is gone is not made anew while codes depend on it', async () => {
	const { db, folder, file } = openFolder();
	openCodeKey(db, folder);
	await storeCheck(db, { codeHash: null });
	rmSync(file);
	expect(openCodeKey(db, folder)).toHaveLength(32);
	await storeCheck(db, { codeHash: 'hash' });
	rmSync(file);
	expect(() => openCodeKey(db, folder)).toThrow(expect.objectContaining({ reason: 'keyMissing' }));
});

test('a folder without any key is refused while a round collects, so that no round is ended by a wrong folder', async () => {
	const { db, folder } = openFolder();
	await makeRound(db);
	expect(openCodeKey(db, folder)).toHaveLength(32);
	await db.write((writer) => writer.update(round).set({ phase: 'collecting' }).run());
	expect(() => openCodeKey(db, temporaryFolder())).toThrow(expect.objectContaining({ reason: 'keyMissing' }));
});

test('a damaged key is refused', () => {
	const { db, folder, file } = openFolder();
	openCodeKey(db, folder);
	truncateSync(file, 31);
	expect(() => openCodeKey(db, folder)).toThrow(expect.objectContaining({ reason: 'keyDamaged' }));
});

test('the hash is HMAC-SHA-256 (RFC 4231, case 2)', () => {
	expect(hmac(Buffer.from('Jefe'), 'what do ya want for nothing?')).toBe(
		Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString('base64url')
	);
});
