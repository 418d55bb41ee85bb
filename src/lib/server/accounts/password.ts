/** Passwords as they are stored: Argon2id in the PHC string format, with the figures of OWASP's Password Storage Cheat Sheet. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** KiB, passes, lanes */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;
const STORED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

/** Unicode lets the same letters be written in several ways, as do keyboards. */
const bytesOf = (password: string) => Buffer.from(password.normalize('NFKC'));

export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(SALT_BYTES);
	const tag = await derive('argon2id', { message: bytesOf(password), nonce, ...COST, tagLength: TAG_BYTES });
	const { memory, passes, parallelism } = COST;
	return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether a password is the one that was stored; false for whatever is not stored in this format. */
export async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
	const [, memory, passes, parallelism, salt, tag] = STORED.exec(hash) ?? [];
	if (!salt || !tag) return false;
	const stored = Buffer.from(tag, 'base64');
	const derived = await derive('argon2id', {
		message: bytesOf(password),
		nonce: Buffer.from(salt, 'base64'),
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		tagLength: stored.length
	});
	return timingSafeEqual(stored, derived);
}
