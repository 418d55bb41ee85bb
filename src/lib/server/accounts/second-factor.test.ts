import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { hash, openAccounts, signUp } from '../../../../tests/support/accounts.ts';
import { totp } from '../../../../tests/support/totp.ts';
import { session, twoFactor } from '#lib/server/db/schema-accounts.ts';
import {
	beginSecondFactor,
	confirmSecondFactor,
	findSecondFactor,
	removeSecondFactor,
	renewRecoveryCodes,
	showSecondFactor
} from './second-factor.ts';
import { findUser, signIn, signInByLink, type AuthCookies } from './sessions.ts';

const EMAIL = 'kim@musterau.example';
const PASSWORD = 'vier Tassen gruener Tee';
const now = new Date();
const browser = (cookies: AuthCookies = {}) => ({ cookies, kind: 'Firefox' });

/** An account that is signed in. */
async function open() {
	const opened = openAccounts();
	const doors = { ...opened, hash };
	const { id } = await signUp(opened, EMAIL, PASSWORD);
	const enter = () => signIn(doors.auth, browser(), { email: EMAIL, password: PASSWORD });
	const first = await enter();
	if (first.state !== 'in') throw new Error('The account should open');
	return {
		...doors,
		id,
		enter,
		cookies: first.cookies,
		who: (cookies: AuthCookies) => findUser(doors, browser(cookies), now)
	};
}

type Opened = Awaited<ReturnType<typeof open>>;

async function secretOf(opened: Opened): Promise<string> {
	const found = await findSecondFactor(opened, opened.id);
	return found.state === 'pending' ? found.secret : '';
}

/** The same with a second factor. */
async function secured() {
	const opened = await open();
	await beginSecondFactor(opened, opened.id);
	const secret = await secretOf(opened);
	const confirmed = await confirmSecondFactor(
		opened,
		browser(opened.cookies),
		{ userId: opened.id, typed: totp(secret) },
		now
	);
	if (!confirmed) throw new Error('The code should be right');
	const show = async (typed: string) => {
		const { state, ...waiting } = await opened.enter();
		expect(state).toBe('second-factor');
		return showSecondFactor(opened, browser('cookies' in waiting ? waiting.cookies : {}), typed, now);
	};
	return { ...opened, secret, ...confirmed, earlier: opened.cookies, show };
}

describe('setting up', () => {
	test('a secret counts once a code of it has been shown', async () => {
		const opened = await open();
		expect(await findSecondFactor(opened, opened.id)).toEqual({ state: 'off' });
		expect(await beginSecondFactor(opened, opened.id)).toBe(true);
		expect(await secretOf(opened)).toMatch(/^[A-Z2-7]{52}$/);
		expect((await opened.enter()).state).toBe('in');
		const wrong = { userId: opened.id, typed: totp(await secretOf(opened), 5) };
		expect(await confirmSecondFactor(opened, browser(opened.cookies), wrong, now)).toBeUndefined();
		expect((await findSecondFactor(opened, opened.id)).state).toBe('pending');
	});

	test('beginning again replaces a secret that does not count yet', async () => {
		const opened = await open();
		await beginSecondFactor(opened, opened.id);
		const first = await secretOf(opened);
		await beginSecondFactor(opened, opened.id);
		expect(await secretOf(opened)).not.toBe(first);
		const old = { userId: opened.id, typed: totp(first) };
		expect(await confirmSecondFactor(opened, browser(opened.cookies), old, now)).toBeUndefined();
	});

	test('one that counts is not replaced by beginning again', async () => {
		const { id, ...opened } = await secured();
		expect(await beginSecondFactor(opened, id)).toBe(false);
		expect((await findSecondFactor(opened, id)).state).toBe('on');
	});

	test('the session goes on under a new token and as one with a second factor; all others end', async () => {
		const { who, cookies, earlier, id, db } = await secured();
		expect(cookies.session).not.toBe(earlier.session);
		expect(await who(cookies)).toMatchObject({ email: EMAIL, secondFactor: true });
		expect(await who(earlier)).toBeUndefined();
		expect(db.read.select().from(session).where(eq(session.userId, id)).all()).toHaveLength(1);
	});

	test('neither secret nor recovery codes lie in the database as they are', async () => {
		const { db, secret, codes } = await secured();
		const kept = JSON.stringify(db.read.select().from(twoFactor).all());
		expect(codes).toHaveLength(10);
		expect(new Set(codes).size).toBe(10);
		for (const text of [secret, ...codes]) expect(kept).not.toContain(text);
	});
});

describe('showing', () => {
	test('after the password nobody is in before the second factor is shown', async () => {
		const { show, secret, who } = await secured();
		const entered = await show(totp(secret, 1));
		expect(entered.state).toBe('in');
		expect(await who('cookies' in entered ? entered.cookies : {})).toMatchObject({ secondFactor: true });
	});

	test('after a link by e-mail neither', async () => {
		const opened = await secured();
		await opened.auth.api.signInMagicLink({ body: { email: EMAIL }, headers: new Headers() });
		const entered = await signInByLink(opened.auth, browser(), opened.sent.signIn.get(EMAIL) ?? '');
		expect(entered.state).toBe('second-factor');
		const cookies = 'cookies' in entered ? entered.cookies : {};
		expect(cookies.session).toBeUndefined();
		expect((await showSecondFactor(opened, browser(cookies), totp(opened.secret, 1), now)).state).toBe('in');
	});

	test('a code opens one session only, also the one it was confirmed with', async () => {
		const { show, secret, id, db } = await secured();
		const code = totp(secret, 1);
		expect((await show(code)).state).toBe('in');
		expect((await show(code)).state).toBe('refused');
		expect((await show(totp(secret))).state).toBe('refused');
		expect(db.read.select().from(session).where(eq(session.userId, id)).all()).toHaveLength(2);
	});

	test('whoever shows a used code waits for the next one, and need not type the password again', async () => {
		const { enter, secret, ...opened } = await secured();
		const waiting = await enter();
		const cookies = 'cookies' in waiting ? waiting.cookies : {};
		const show = (typed: string) => showSecondFactor(opened, browser(cookies), typed, now);
		expect([(await show(totp(secret))).state, (await show(totp(secret, 1))).state]).toEqual(['refused', 'in']);
	});

	test('of two who show the same code at once one gets in', async () => {
		const { show, secret } = await secured();
		const code = totp(secret, 1);
		const entered = await Promise.all([show(code), show(code)]);
		expect(entered.map(({ state }) => state).sort()).toEqual(['in', 'refused']);
	});

	test('a recovery code opens one session ever, however it is typed', async () => {
		const { show, codes, db, auth, id } = await secured();
		const [code = ''] = codes;
		expect((await show(` ${code.toLowerCase()} `)).state).toBe('in');
		expect((await show(code)).state).toBe('refused');
		expect(await findSecondFactor({ db, auth }, id)).toEqual({ state: 'on', codesLeft: 9 });
	});

	test('after five wrong codes the password is asked again, after ten the account waits', async () => {
		const opened = await secured();
		for (const round of [1, 2]) {
			const { state, ...waiting } = await opened.enter();
			expect([round, state]).toEqual([round, 'second-factor']);
			const cookies = 'cookies' in waiting ? waiting.cookies : {};
			const show = (typed: string) => showSecondFactor(opened, browser(cookies), typed, now);
			for (let wrong = 0; wrong < 5; wrong += 1) expect((await show(totp(opened.secret, 9))).state).toBe('refused');
			expect((await show(totp(opened.secret, 1))).state).toBe('refused');
		}
		expect((await opened.show(totp(opened.secret, 1))).state).toBe('refused');
		expect((await opened.show(opened.codes[0] ?? '')).state).toBe('refused');
	});

	test('a session that still runs does not stand in for the second factor', async () => {
		const { cookies, ...opened } = await secured();
		const shown = await showSecondFactor(opened, browser({ session: cookies.session }), totp(opened.secret, 1), now);
		expect(shown).toEqual({ state: 'refused' });
	});
});

describe('giving up', () => {
	test('new recovery codes replace the old ones', async () => {
		const { show, codes, id, ...opened } = await secured();
		const renewed = await renewRecoveryCodes(opened, id);
		expect(renewed).toHaveLength(10);
		expect((await show(codes[0] ?? '')).state).toBe('refused');
		expect((await show(renewed?.[0] ?? '')).state).toBe('in');
	});

	test('without a second factor there are none', async () => {
		const opened = await open();
		await beginSecondFactor(opened, opened.id);
		expect(await renewRecoveryCodes(opened, opened.id)).toBeUndefined();
	});

	test('ends all sessions but the own, which counts as one without a second factor', async () => {
		const { show, secret, who, cookies, enter, id, db } = await secured();
		const other = await show(totp(secret, 1));
		const own = await who(cookies);
		await removeSecondFactor(db, id, own?.session);
		expect(await who(cookies)).toMatchObject({ email: EMAIL, secondFactor: false });
		expect(await who('cookies' in other ? other.cookies : {})).toBeUndefined();
		expect((await enter()).state).toBe('in');
	});

	test('leaves nothing of it', async () => {
		const { db, auth, id } = await secured();
		await removeSecondFactor(db, id);
		expect(await findSecondFactor({ db, auth }, id)).toEqual({ state: 'off' });
		expect(db.read.select().from(session).all()).toEqual([]);
	});
});

beforeAll(() => expect(totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 0, 59_000)).toBe('287082'));
