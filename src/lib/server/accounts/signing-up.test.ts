import { expect, test } from 'vitest';
import { hash, openAccounts } from '../../../../tests/support/accounts.ts';
import { findAccount, isKnown } from './accounts.ts';
import { createAccount, findInvited, inviteAccount } from './signing-up.ts';
import { account, user, verification } from '#lib/server/db/schema-accounts.ts';
import { expireLinks } from './links.ts';
import { signIn } from './sessions.ts';

const EMAIL = 'kim@musterau.example';
const PASSWORD = 'vier Tassen gruener Tee';
const now = new Date();
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const person = { name: 'Kim Muster', password: PASSWORD };

function open() {
	const opened = openAccounts();
	const invite = (operator = false) => inviteAccount(opened.db, hash, { email: EMAIL, operator }, now);
	const create = (token: string, at = now) => createAccount({ ...opened, hash }, { token, ...person }, at);
	return { ...opened, invite, create };
}

test('an account is opened by the link that was sent to its address, which is thereby confirmed', async () => {
	const { db, auth, invite, create } = open();
	const token = await invite();
	expect(await findInvited(db, hash, token, now)).toEqual({ email: EMAIL, operator: false });
	expect(await isKnown(db, EMAIL), 'nothing exists before').toBe(false);
	expect(await create(token)).toEqual({ email: EMAIL });
	expect(db.read.select().from(user).get()).toMatchObject({ email: EMAIL, emailVerified: true, operator: false });
	const browser = { cookies: {}, kind: '' };
	expect((await signIn(auth, browser, { email: EMAIL, password: PASSWORD })).state).toBe('in');
});

test('the link holds once, and for a day', async () => {
	const { db, invite, create } = open();
	const late = await invite();
	expect(await findInvited(db, hash, late, hoursLater(24))).toBeUndefined();
	expect(await create(late, hoursLater(24))).toEqual({ refused: 'link' });
	const token = await invite();
	expect(await create(token, hoursLater(23))).toEqual({ email: EMAIL });
	expect(await create(token, hoursLater(23))).toEqual({ refused: 'link' });
	expect(db.read.select().from(user).all()).toHaveLength(1);
});

test('of two links to the same address the second opens nothing more', async () => {
	const { db, invite, create } = open();
	const [first, second] = [await invite(), await invite(true)];
	expect(await create(first)).toEqual({ email: EMAIL });
	expect(await create(second)).toEqual({ refused: 'known' });
	expect(db.read.select({ operator: user.operator }).from(user).get(), 'nor makes it an operator').toEqual({
		operator: false
	});
});

test('a token that is made up, or of another purpose, opens nothing', async () => {
	const { db, create, auth, invite } = open();
	await create(await invite());
	await auth.api.requestPasswordReset({ body: { email: EMAIL } });
	for (const token of ['', 'made up', 'reset-password:x'])
		expect(await findInvited(db, hash, token, now), token).toBeUndefined();
});

test('the database holds neither token nor password', async () => {
	const { db, invite, create } = open();
	const token = await invite();
	expect(JSON.stringify(db.read.select().from(verification).all())).not.toContain(token);
	await create(token);
	const kept = JSON.stringify(db.read.select().from(account).all());
	expect(kept).toContain('$argon2id$');
	expect(kept).not.toContain(PASSWORD);
});

test('links whose time is over are deleted', async () => {
	const { db, invite } = open();
	await invite();
	await expireLinks(db, hoursLater(23));
	expect(db.read.select().from(verification).all()).toHaveLength(1);
	await expireLinks(db, hoursLater(24));
	expect(db.read.select().from(verification).all()).toEqual([]);
	expect(await findAccount(db, EMAIL)).toBeUndefined();
});
