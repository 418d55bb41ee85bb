/** What is known to go wrong with better-auth, each tried. That none of its routes answers: `tests/e2e/auth-routes.spec.ts`. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { AUTH_COOKIES } from '#lib/server/accounts/auth-settings.ts';
import { session, twoFactor, user, verification } from '#lib/server/db/schema-accounts.ts';
import { askForReset, findUser, signIn, signInByLink, type AuthCookies } from '#lib/server/accounts/sessions.ts';
import { openAccounts, signUp } from '../support/accounts.ts';

const EMAIL = 'kim@musterau.example';
const PASSWORD = 'vier Tassen gruener Tee';
const browser = (cookies: AuthCookies = {}) => ({ cookies, kind: 'Firefox' });
const now = () => new Date();

async function open() {
	const opened = openAccounts('https://standort.example');
	const { id } = await signUp(opened, EMAIL, PASSWORD);
	const enter = () => signIn(opened.auth, browser(), { email: EMAIL, password: PASSWORD });
	return { ...opened, id, enter };
}

type Opened = Awaited<ReturnType<typeof open>>;

const requestLink = ({ auth }: Pick<Opened, 'auth'>) =>
	auth.api.signInMagicLink({ body: { email: EMAIL }, headers: new Headers() });

describe('an account that somebody else has registered before', () => {
	async function preRegistered() {
		const opened = openAccounts();
		// Our own pages never make such an account; a slip one day would.
		await opened.auth.api.signUpEmail({ body: { email: EMAIL, name: 'Mallory', password: PASSWORD } });
		return { ...opened, attack: () => signIn(opened.auth, browser(), { email: EMAIL, password: PASSWORD }) };
	}

	test('opens to nobody while its address is not confirmed', async () => {
		const { attack } = await preRegistered();
		expect(await attack()).toEqual({ state: 'refused' });
	});

	test('is not adopted by a link by e-mail with its old password', async () => {
		const { attack, auth, db, sent } = await preRegistered();
		await requestLink({ auth });
		const entered = await signInByLink(auth, browser(), sent.signIn.get(EMAIL) ?? '');
		expect(entered.state).toBe('in');
		expect(db.read.select({ confirmed: user.emailVerified }).from(user).get()).toEqual({ confirmed: true });
		expect(await attack(), 'whoever registered it is out').toEqual({ state: 'refused' });
	});

	test('nor by a new password', async () => {
		const { attack, auth, db, sent } = await preRegistered();
		await askForReset({ db, auth }, EMAIL, now());
		await auth.api.resetPassword({
			body: { token: sent.reset.get(EMAIL) ?? '', newPassword: 'ein ganz neues Passwort' }
		});
		expect(await attack()).toEqual({ state: 'refused' });
	});
});

describe('a session', () => {
	test('of an account with a second factor counts only if it has shown one, whatever has begun it', async () => {
		const { auth, db, id } = await open();
		await db.write((writer) => {
			writer.update(user).set({ twoFactorEnabled: true }).where(eq(user.id, id)).run();
			writer.insert(twoFactor).values({ id: 't', userId: id, secret: 's', backupCodes: '[]' }).run();
		});
		const { internalAdapter } = await auth.$context;
		const begun = await internalAdapter.createSession(id);
		expect(db.read.select({ secondFactor: session.secondFactor }).from(session).get()).toEqual({ secondFactor: false });
		const { enter } = { enter: () => signIn(auth, browser(), { email: EMAIL, password: PASSWORD }) };
		expect((await enter()).state).toBe('second-factor');
		expect(await findUser({ db, auth }, browser({ session: begun.token }), now())).toBeUndefined();
		expect(
			db.read
				.select()
				.from(session)
				.all()
				.map(({ token }) => token)
		).toEqual([begun.token]);
	});

	test('is looked up at each request: nothing of it is cached in the browser', async () => {
		const { db, auth, enter } = await open();
		const entered = await enter();
		const cookies = 'cookies' in entered ? entered.cookies : {};
		expect(Object.keys(cookies)).toEqual(['session']);
		expect(await findUser({ db, auth }, browser(cookies), now())).toBeDefined();
		await db.write((writer) => writer.delete(session).run());
		expect(await findUser({ db, auth }, browser(cookies), now())).toBeUndefined();
	});

	test('is begun with no more cookies than those that are listed', async () => {
		const { auth } = await open();
		const { headers } = await auth.api.signInEmail({
			body: { email: EMAIL, password: PASSWORD },
			headers: new Headers(),
			returnHeaders: true
		});
		const names = headers.getSetCookie().map((line) => line.split('=')[0] ?? '');
		expect(names.filter((name) => !Object.values<string>(AUTH_COOKIES).includes(name))).toEqual([]);
	});

	test('keeps no address, though proxies tell one', async () => {
		const { auth, db } = await open();
		const headers = new Headers({ 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7' });
		await auth.api.signInEmail({ body: { email: EMAIL, password: PASSWORD }, headers });
		expect(JSON.stringify(db.read.select().from(session).all())).not.toContain('203.0.113.7');
	});
});

test('no token of a link lies in the database as it is', async () => {
	const { auth, db, sent } = await open();
	await requestLink({ auth });
	await askForReset({ db, auth }, EMAIL, now());
	const kept = JSON.stringify(db.read.select().from(verification).all());
	const tokens = [sent.signIn.get(EMAIL) ?? '', sent.reset.get(EMAIL) ?? ''];
	for (const token of tokens) {
		expect(token).toMatch(/^\w{24,}$/);
		expect(kept).not.toContain(token);
	}
});

test('one origin is trusted, and it is that of the settings', async () => {
	const { auth } = await open();
	const context = await auth.$context;
	expect([...new Set(context.trustedOrigins)]).toEqual(['https://standort.example']);
});

test('an account grants itself no right', async () => {
	const { auth, db } = await open();
	const more = { operator: true, emailVerified: true, twoFactorEnabled: true };
	const body = { email: 'mallory@evil.example', name: 'Mallory', password: PASSWORD, ...more };
	await auth.api.signUpEmail({ body }).catch(() => undefined);
	const made = db.read.select().from(user).where(eq(user.email, 'mallory@evil.example')).all();
	expect(
		made.filter(({ operator, emailVerified, twoFactorEnabled }) => operator || emailVerified || twoFactorEnabled)
	).toEqual([]);
});

test('it neither calls home nor writes a log that names addresses', async () => {
	const { auth } = await open();
	const { options } = await auth.$context;
	expect(options.telemetry).toEqual({ enabled: false });
	expect(options.logger).toMatchObject({ disabled: true });
	expect(options.rateLimit, 'ours counts, by addresses that are not stored').toMatchObject({ enabled: false });
});
