import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './password.ts';

const PASSWORD = 'vier Tassen grüner Tee';

test('a password is stored as Argon2id with the figures of OWASP, salted anew each time', async () => {
	const [first, second] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
	expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
	expect(first).not.toBe(second);
	for (const hash of [first, second]) expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true);
});

test('a hash of the reference implementation is understood, with its own figures', async () => {
	// Test vector of the phc-winner-argon2 repository.
	const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
	expect(await verifyPassword({ hash, password: 'password' })).toBe(true);
	expect(await verifyPassword({ hash: hash.replace('t=2', 't=3'), password: 'password' })).toBe(false);
});

test.each([`${PASSWORD} `, PASSWORD.toUpperCase(), PASSWORD.slice(0, -1), ''])(
	'%j does not pass for it',
	async (other) => {
		expect(await verifyPassword({ hash: await hashPassword(PASSWORD), password: other })).toBe(false);
	}
);

test('keyboards that write the same letter in two ways write the same password', async () => {
	const [composed, parted] = ['grüner Tee für vier', 'grüner Tee für vier'.normalize('NFD')];
	expect(composed).not.toBe(parted);
	expect(await verifyPassword({ hash: await hashPassword(composed), password: parted })).toBe(true);
});

test.each([
	'',
	'plain',
	'$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$dGFn',
	'$argon2id$v=19$m=19456,t=2,p=1$$',
	'$2b$10$abc'
])('nothing passes for what is stored as %j', async (hash) => {
	expect(await verifyPassword({ hash, password: PASSWORD })).toBe(false);
	expect(await verifyPassword({ hash, password: hash })).toBe(false);
});
