import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openAccounts, signUp } from '../../../../tests/support/accounts.ts';
import { setOperator } from './accounts.ts';
import { session, user } from '#lib/server/db/schema-accounts.ts';
import {
	askForReset,
	endOtherSessions,
	endSession,
	findSessions,
	findUser,
	resetPassword,
	signIn,
	signInByLink,
	type AuthCookies
} from './sessions.ts';

const EMAIL = 'kim@musterau.example';
const PASSWORD = 'vier Tassen gruener Tee';
const MINUTE = 60_000;
const browser = (cookies: AuthCookies = {}, kind = 'Firefox, Linux') => ({ cookies, kind });

/** An account and a clock that is told what time it is, in minutes since now. */
async function open() {
	const opened = openAccounts();
	const { id } = await signUp(opened, EMAIL, PASSWORD);
	const begin = Date.now();
	const at = (minutes: number) => new Date(begin + minutes * MINUTE);
	const enter = async (kind?: string) => {
		const entered = await signIn(opened.auth, browser({}, kind), { email: EMAIL, password: PASSWORD });
		return 'cookies' in entered ? entered.cookies : {};
	};
	const who = (cookies: AuthCookies, minutes = 0) => findUser(opened, browser(cookies), at(minutes));
	return { ...opened, id, at, enter, who };
}

describe('a session', () => {
	test('ends half an hour after its last request', async () => {
		const { enter, who, db } = await open();
		const cookies = await enter();
		for (const minutes of [29, 58, 87]) expect(await who(cookies, minutes), `after ${minutes}`).toBeDefined();
		expect(await who(cookies, 87 + 31)).toBeUndefined();
		expect(db.read.select().from(session).all(), 'nothing of it is left').toEqual([]);
		expect(await who(cookies, 88), 'also for a clock that goes back').toBeUndefined();
	});

	test('ends after twelve hours, however much it is used', async () => {
		const { enter, who } = await open();
		const cookies = await enter();
		for (let minutes = 20; minutes < 12 * 60; minutes += 20) expect(await who(cookies, minutes)).toBeDefined();
		expect(await who(cookies, 12 * 60 + 1)).toBeUndefined();
	});

	test('of an operator ends after a quarter of an hour, and after eight hours', async () => {
		const { enter, who, db, id } = await open();
		await db.write((writer) => writer.update(user).set({ operator: true }).where(eq(user.id, id)).run());
		const idle = await enter();
		expect(await who(idle, 14)).toMatchObject({ operator: true });
		expect(await who(idle, 14 + 16)).toBeUndefined();
		const used = await enter();
		for (let minutes = 10; minutes < 8 * 60; minutes += 10) expect(await who(used, minutes)).toBeDefined();
		expect(await who(used, 8 * 60 + 1)).toBeUndefined();
	});

	test('ends when its account becomes an operator’s, or stops being one', async () => {
		const { enter, who, db } = await open();
		for (const operator of [true, false]) {
			const cookies = await enter();
			expect(await setOperator(db, EMAIL, operator)).toBe(true);
			expect(await who(cookies)).toBeUndefined();
		}
		expect(await setOperator(db, 'nobody@musterau.example', true)).toBe(false);
	});

	test('is a new one at each sign-in', async () => {
		const { enter } = await open();
		const [first, second] = [await enter(), await enter()];
		expect(first.session).toMatch(/^[\w-]{32}\.[\w+/]{43}=$/);
		expect(second.session).not.toBe(first.session);
	});

	test('counts under the signature of this service alone, so that the database opens none', async () => {
		const { enter, who, db } = await open();
		await enter();
		const { token = '' } = db.read.select({ token: session.token }).from(session).get() ?? {};
		const other = openAccounts(undefined, Buffer.alloc(32, 8));
		await signUp(other, EMAIL, PASSWORD);
		const forged = await signIn(other.auth, browser(), { email: EMAIL, password: PASSWORD });
		const signature = 'cookies' in forged ? String(forged.cookies.session).split('.')[1] : '';
		for (const value of [token, `${token}.`, `${token}.${signature}`, `${token}.${'A'.repeat(43)}=`])
			expect(await who({ session: value }), value).toBeUndefined();
	});

	test('keeps no address, and of the browser two words', async () => {
		const { enter, db } = await open();
		await enter();
		expect(db.read.select().from(session).get()).toMatchObject({ ipAddress: '', userAgent: 'Firefox, Linux' });
	});
});

describe('one’s own sessions', () => {
	test('are listed, the own marked, without those that have ended', async () => {
		const { enter, who, db, at } = await open();
		const [laptop] = [await enter('Firefox, Linux'), await enter('Safari, iPhone')];
		const own = await who(laptop);
		if (!own) throw new Error('The session should run');
		const listed = await findSessions(db, own, at(0));
		expect(listed.map(({ kind, own }) => [kind, own]).sort()).toEqual([
			['Firefox, Linux', true],
			['Safari, iPhone', false]
		]);
		await who(laptop, 20);
		expect((await findSessions(db, own, at(31))).map(({ kind }) => kind)).toEqual(['Firefox, Linux']);
	});

	test('are ended one by one, or all others at once', async () => {
		const { enter, who, db, id } = await open();
		const [own, second, third] = [await enter(), await enter(), await enter()];
		const { session: found } = (await who(second)) ?? {};
		expect(await endSession(db, id, found?.id ?? '')).toBe(true);
		expect(await endSession(db, id, found?.id ?? ''), 'once').toBe(false);
		expect([await who(second), (await who(third))?.id]).toEqual([undefined, id]);
		const user = await who(own);
		if (user) await endOtherSessions(db, user);
		expect([(await who(own))?.id, await who(third)]).toEqual([id, undefined]);
	});

	test('are ended by nobody else', async () => {
		const { enter, who, db, ...opened } = await open();
		const cookies = await enter();
		const other = await signUp({ db, auth: opened.auth }, 'bo@musterau.example', PASSWORD);
		const { session: found } = (await who(cookies)) ?? {};
		expect(await endSession(db, other.id, found?.id ?? '')).toBe(false);
		expect(await who(cookies)).toBeDefined();
	});
});

describe('ways in', () => {
	test('tell nothing about whether an address has an account', async () => {
		const { auth, db } = await open();
		const refused = (email: string, password: string) => signIn(auth, browser(), { email, password });
		expect(await refused(EMAIL, 'ein falsches Passwort')).toEqual({ state: 'refused' });
		expect(await refused('nobody@musterau.example', PASSWORD)).toEqual({ state: 'refused' });
		await db.write((writer) => writer.update(user).set({ emailVerified: false }).run());
		expect(await refused(EMAIL, PASSWORD), 'not confirmed').toEqual({ state: 'refused' });
	});

	test('send no link to an address without an account, and none that is made opens anything', async () => {
		const { auth, db, sent } = await open();
		await auth.api.signInMagicLink({ body: { email: 'nobody@musterau.example' }, headers: new Headers() });
		await askForReset({ db, auth }, 'nobody@musterau.example', new Date());
		expect([sent.signIn.size, sent.reset.size]).toEqual([0, 0]);
	});

	test('by a link work once', async () => {
		const { auth, sent } = await open();
		await auth.api.signInMagicLink({ body: { email: EMAIL }, headers: new Headers() });
		const token = sent.signIn.get(EMAIL) ?? '';
		const entered = [await signInByLink(auth, browser(), token), await signInByLink(auth, browser(), token)];
		expect(entered.map(({ state }) => state)).toEqual(['in', 'refused']);
	});

	test('a new password ends all sessions, and its link holds once', async () => {
		const { auth, db, sent, enter, who } = await open();
		const cookies = await enter();
		await askForReset({ db, auth }, EMAIL, new Date());
		const token = sent.reset.get(EMAIL) ?? '';
		expect(await resetPassword(auth, token, 'kurz')).toBe(false);
		expect(await resetPassword(auth, token, 'fuenf Tassen schwarzer Tee')).toBe(true);
		expect(await who(cookies)).toBeUndefined();
		expect(await resetPassword(auth, token, 'sechs Tassen schwarzer Tee')).toBe(false);
	});
});
