import { createHmac, randomBytes, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, isNotNull } from 'drizzle-orm';
import type { Db } from './db/open.ts';
import { twoFactor } from './db/schema-accounts.ts';
import { assessment, releaseMemory } from './db/schema.ts';
import { round } from './db/schema-rounds.ts';
import { StartRefusal } from './db/start-refusal.ts';

const KEY_BYTES = 32;

/** A secret that lies outside the database, so that whoever holds the database alone can verify no code. */
export type Key = Buffer;

/**
 * Reads the key of the resume codes from its folder; makes it once, for a database without codes.
 * @throws StartRefusal when it is damaged, or gone although codes depend on it
 */
export function openCodeKey(db: Db, folder: string): Key {
	return openKey(folder, 'resume-codes.key', () => hasCodes(db) || collects(db));
}

/** The same for the key that signs sessions and encrypts the secrets of second factors. */
function openAccountKey(db: Db, folder: string): Key {
	return openKey(folder, 'accounts.key', () => hasSecondFactors(db));
}

/**
 * The same for the key of the pseudonyms under which releases remember who stood behind them (D7). Without it no further
 * release can be built, but everything else goes on.
 */
export function openReleaseKey(db: Db, folder: string): Key {
	return openKey(folder, 'releases.key', () => hasMemory(db));
}

function openKey(folder: string, name: string, isNeeded: () => boolean): Key {
	const file = join(folder, name);
	if (!existsSync(file)) {
		if (isNeeded()) throw new StartRefusal('keyMissing', file);
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		writeFileSync(file, randomBytes(KEY_BYTES), { flag: 'wx', flush: true, mode: 0o600 });
	}
	chmodSync(file, 0o600);
	const key = readFileSync(file);
	if (key.length !== KEY_BYTES) throw new StartRefusal('keyDamaged', file);
	return key;
}

function hasCodes(db: Db): boolean {
	const { id, codeHash } = assessment;
	return db.read.select({ id }).from(assessment).where(isNotNull(codeHash)).limit(1).get() !== undefined;
}

/** A folder without any key is a wrong one, and must not end every round that collects (D14). */
function collects(db: Db): boolean {
	const { assessmentId, phase } = round;
	return db.read.select({ assessmentId }).from(round).where(eq(phase, 'collecting')).limit(1).get() !== undefined;
}

function hasSecondFactors(db: Db): boolean {
	return db.read.select({ id: twoFactor.id }).from(twoFactor).limit(1).get() !== undefined;
}

function hasMemory(db: Db): boolean {
	return db.read.select({ number: releaseMemory.number }).from(releaseMemory).limit(1).get() !== undefined;
}

/** HMAC-SHA-256 of a text under a key, base64url (43 characters). Under a key object it takes a sixth of the time. */
export function hmac(key: Key | KeyObject, text: string): string {
	return createHmac('sha256', key).update(text).digest('base64url');
}

let codeKey: Key | undefined;
let signingKey: Key | undefined;

/** Opens the keys of this process; called once, when the server starts. */
export function initKeys(db: Db, folder: string): void {
	codeKey = openCodeKey(db, folder);
	signingKey = openAccountKey(db, folder);
	// Made with the others, so that one copy of the folder holds them all.
	if (!hasMemory(db)) openReleaseKey(db, folder);
}

/** The key that signs sessions and encrypts the secrets of second factors. */
export function accountKey(): Key {
	if (!signingKey) throw new Error('The keys are not open yet');
	return signingKey;
}

/** What the database may hold of a resume code or of a link's token. */
export function hashCode(secret: string): string {
	if (!codeKey) throw new Error('The keys are not open yet');
	return hmac(codeKey, secret);
}
