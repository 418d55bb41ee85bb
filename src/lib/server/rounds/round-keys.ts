/**
 * The two keys of a round (D14): they lie outside the database, as long as the round collects and no longer. With them
 * gone nobody can link an invitation to a response any more.
 */
import { randomBytes } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	unlinkSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { join } from 'node:path';
import { hmac, type Key } from '#lib/server/keys.ts';

export interface RoundKeys {
	/** makes the tokens of personal links from invitations */
	k1: Key;
	/** makes the keys of responses from tokens */
	k2: Key;
}

const KEY_BYTES = 32;

/** Links name round and invitation by so many hexadecimal digits each: 128 bits, and no sign that a mail would cut off. */
export const LINK_PART = 32;

const folderOf = (keyFolder: string) => join(keyFolder, 'rounds');

function fileOf(keyFolder: string, roundId: string): string {
	if (!/^[\w-]+$/.test(roundId)) throw new RangeError('No id of a round');
	return join(folderOf(keyFolder), roundId);
}

/** The keys of a round that collects; undefined once they are gone. */
export function openRoundKeys(keyFolder: string, roundId: string): RoundKeys | undefined {
	const file = fileOf(keyFolder, roundId);
	if (!existsSync(file)) return undefined;
	const both = readFileSync(file);
	if (both.length !== 2 * KEY_BYTES) return undefined;
	return { k1: both.subarray(0, KEY_BYTES), k2: both.subarray(KEY_BYTES) };
}

/** Makes the keys of a round and syncs them, before anything depends on them; whole ones that are there stay. */
export function makeRoundKeys(keyFolder: string, roundId: string): RoundKeys {
	const existing = openRoundKeys(keyFolder, roundId);
	if (existing) return existing;
	mkdirSync(folderOf(keyFolder), { recursive: true, mode: 0o700 });
	writeFileSync(fileOf(keyFolder, roundId), randomBytes(2 * KEY_BYTES), { flush: true, mode: 0o600 });
	syncFolder(keyFolder);
	const made = openRoundKeys(keyFolder, roundId);
	if (!made) throw new Error('The keys of a round could not be read back');
	return made;
}

/** Overwrites and removes the keys of a round, for good as soon as it returns; nothing happens where there are none. */
export function destroyRoundKeys(keyFolder: string, roundId: string): void {
	const file = fileOf(keyFolder, roundId);
	if (!existsSync(file)) return;
	const descriptor = openSync(file, 'r+');
	writeSync(descriptor, randomBytes(2 * KEY_BYTES), 0, 2 * KEY_BYTES, 0);
	fsyncSync(descriptor);
	closeSync(descriptor);
	unlinkSync(file);
	syncFolder(keyFolder);
}

/** The rounds that have keys. */
export function roundsWithKeys(keyFolder: string): string[] {
	const folder = folderOf(keyFolder);
	return existsSync(folder) ? readdirSync(folder) : [];
}

function syncFolder(keyFolder: string): void {
	const descriptor = openSync(folderOf(keyFolder), 'r');
	fsyncSync(descriptor);
	closeSync(descriptor);
}

/** The random part that all links of a round share; the database holds only its hash. */
export function linkPartOf({ k1 }: RoundKeys): string {
	return hexOf(k1, 'round');
}

/** The token of an invitation's personal link; stored nowhere. */
export function tokenOf({ k1 }: RoundKeys, invitationId: string): string {
	return hexOf(k1, `invitation ${invitationId}`);
}

/** So many bytes from which the printed code of an invitation is made. */
export function printedBytesOf({ k1 }: RoundKeys, invitationId: string, length: number): Uint8Array {
	return Buffer.from(hmac(k1, `printed ${invitationId}`), 'base64url').subarray(0, length);
}

/** The key under which whatever a personal link submits is stored, so that nobody votes twice. */
export function responseKeyOf({ k2 }: RoundKeys, token: string): string {
	return hmac(k2, `response ${token}`);
}

/** The key of answers that have been begun under a resume code and are not submitted yet. */
export function draftKeyOf({ k2 }: RoundKeys, token: string, code: string): string {
	return hmac(k2, `draft ${token} ${code}`);
}

/** What the database holds of a resume code. */
export function codeHashOf({ k2 }: RoundKeys, code: string): string {
	return hmac(k2, `code ${code}`);
}

function hexOf(key: Key, text: string): string {
	return Buffer.from(hmac(key, text), 'base64url').toString('hex').slice(0, LINK_PART);
}
