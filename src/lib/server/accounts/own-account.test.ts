import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { addUser, hash, openAccounts, signUp } from '../../../../tests/support/accounts.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { account, session, user, verification } from '#lib/server/db/schema-accounts.ts';
import { ensureFictitiousRegister } from '#lib/server/municipalities/fictitious-register.ts';
import { findMembership } from '#lib/server/municipalities/members.ts';
import { acceptMemberInvitation, inviteMember } from '#lib/server/municipalities/member-invitations.ts';
import {
	askForAddress,
	changeAddress,
	changeName,
	changePassword,
	deleteAccount,
	expireAccounts,
	findDependent,
	findNewAddress,
	forgetProvider,
	hasPassword,
	hasProvider
} from './own-account.ts';
import { registerMunicipality } from '#lib/server/municipalities/participants.ts';
import { askForReset, findUser, resetPassword, signIn, signInByLink, type AuthCookies } from './sessions.ts';

const EMAIL = 'kim@musterau.example';
const NEW = 'kim.neu@musterau.example';
const PASSWORD = 'vier Tassen gruener Tee';
const NEXT = 'fuenf Tassen schwarzer Tee';
const KEY = '05902001';
const TODAY = '2026-11-26';
const now = new Date();
const browser = (cookies: AuthCookies = {}) => ({ cookies, kind: 'Firefox' });
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** An account that is signed in twice. */
async function open() {
	const opened = openAccounts();
	const { id } = await signUp(opened, EMAIL, PASSWORD);
	const enter = (password: string, email = EMAIL) => signIn(opened.auth, browser(), { email, password });
	const who = async (entered: Awaited<ReturnType<typeof enter>>) =>
		'cookies' in entered ? findUser(opened, browser(entered.cookies), now) : undefined;
	const [first, second] = [await enter(PASSWORD), await enter(PASSWORD)];
	const own = await who(first);
	if (!own) throw new Error('The account should be signed in');
	return { ...opened, id, own, enter, who, first, second };
}

test('a name is changed', async () => {
	const { db, id, own, who, first } = await open();
	await changeName(db, id, 'Kim Anders');
	expect(await who(first)).toMatchObject({ id: own.id, name: 'Kim Anders' });
});

describe('a password', () => {
	test('is changed by whoever knows the present one; all others are signed out', async () => {
		const { db, own, enter, who, first, second } = await open();
		expect(await changePassword(db, own, { present: PASSWORD, next: NEXT }, now)).toBeUndefined();
		expect([(await enter(PASSWORD)).state, (await enter(NEXT)).state]).toEqual(['refused', 'in']);
		expect(await who(first)).toMatchObject({ email: EMAIL });
		expect(await who(second)).toBeUndefined();
	});

	test('stays when the present one is wrong', async () => {
		const { db, own, enter, who, second } = await open();
		expect(await changePassword(db, own, { present: NEXT, next: NEXT }, now)).toEqual({ refused: 'wrong' });
		expect((await enter(PASSWORD)).state).toBe('in');
		expect(await who(second)).toBeDefined();
	});

	test('is chosen by whoever has none', async () => {
		const { db, id, own, enter } = await open();
		await db.write((writer) => writer.delete(account).where(eq(account.userId, id)).run());
		expect([await hasPassword(db, id), (await enter(PASSWORD)).state]).toEqual([false, 'refused']);
		await changePassword(db, own, { present: '', next: NEXT }, now);
		expect([await hasPassword(db, id), (await enter(NEXT)).state]).toEqual([true, 'in']);
	});

	test('once changed, makes links for another one void', async () => {
		const { db, auth, own, sent, enter } = await open();
		await askForReset({ db, auth }, EMAIL, now);
		await changePassword(db, own, { present: PASSWORD, next: NEXT }, now);
		expect(await resetPassword(auth, sent.reset.get(EMAIL) ?? '', PASSWORD)).toBe(false);
		expect((await enter(NEXT)).state).toBe('in');
	});
});

test('a provider is forgotten, the password stays, and all others are signed out', async () => {
	const { db, id, own, enter, who, first, second } = await open();
	const link = { id: 'link', accountId: 'kim', providerId: 'oidc', userId: id, createdAt: now, updatedAt: now };
	await db.write((writer) => writer.insert(account).values(link).run());
	expect(await hasProvider(db, id)).toBe(true);
	await forgetProvider(db, own);
	expect([await hasProvider(db, id), await hasPassword(db, id)]).toEqual([false, true]);
	expect([(await who(first))?.id, await who(second)]).toEqual([id, undefined]);
	expect((await enter(PASSWORD)).state).toBe('in');
});

describe('an address', () => {
	const ask = (db: Parameters<typeof askForAddress>[0], userId: string, email = NEW) =>
		askForAddress(db, hash, { userId, email }, now);

	test('counts once the new one has been confirmed; all others are signed out', async () => {
		const { db, id, own, enter, who, first, second } = await open();
		const token = await ask(db, id);
		expect(await who(first)).toMatchObject({ email: EMAIL });
		expect(await findNewAddress(db, hash, { token, userId: id }, now)).toBe(NEW);
		expect(await changeAddress(db, hash, { token, own }, now)).toEqual({ email: NEW });
		expect(await who(first)).toMatchObject({ email: NEW });
		expect(await who(second)).toBeUndefined();
		expect([(await enter(PASSWORD)).state, (await enter(PASSWORD, NEW)).state]).toEqual(['refused', 'in']);
	});

	test('is confirmed once, and within an hour', async () => {
		const { db, id, own } = await open();
		const [late, token] = [await ask(db, id), await ask(db, id)];
		expect(await changeAddress(db, hash, { token: late, own }, minutesLater(60))).toBeUndefined();
		expect(await changeAddress(db, hash, { token, own }, minutesLater(59))).toEqual({ email: NEW });
		expect(await changeAddress(db, hash, { token, own }, now)).toBeUndefined();
	});

	test('is confirmed by nobody but the account that asked, wherever the letter went', async () => {
		const { db, id, own, ...opened } = await open();
		const token = await ask(db, id);
		const other = await addUser(db, 'bo@musterau.example');
		expect(await findNewAddress(db, hash, { token, userId: other.id }, now)).toBeUndefined();
		const stranger = { ...other, session: own.session };
		expect(await changeAddress(db, hash, { token, own: stranger }, now)).toBeUndefined();
		expect(await changeAddress(db, hash, { token, own }, now), 'the link still holds').toEqual({ email: NEW });
		expect((await opened.enter(PASSWORD, NEW)).state).toBe('in');
	});

	test('that somebody else has got meanwhile is refused', async () => {
		const { db, id, own, who, first } = await open();
		const token = await ask(db, id);
		await addUser(db, NEW);
		expect(await changeAddress(db, hash, { token, own }, now)).toBeUndefined();
		expect(await who(first)).toMatchObject({ email: EMAIL });
	});

	test('once changed, makes links void that were sent to the old one', async () => {
		const { db, auth, sent, id, own } = await open();
		await askForReset({ db, auth }, EMAIL, now);
		await auth.api.signInMagicLink({ body: { email: EMAIL }, headers: new Headers() });
		await changeAddress(db, hash, { token: await ask(db, id), own }, now);
		expect(await resetPassword(auth, sent.reset.get(EMAIL) ?? '', NEXT)).toBe(false);
		expect((await signInByLink(auth, browser(), sent.signIn.get(EMAIL) ?? '')).state).toBe('refused');
	});
});

describe('deleting an account', () => {
	async function withTown() {
		const opened = await open();
		await ensureFictitiousRegister(opened.db);
		await registerMunicipality(opened.db, { id: opened.id, email: EMAIL }, KEY, TODAY);
		return opened;
	}

	/** Makes somebody a member of the town. */
	async function join({ db, id }: Awaited<ReturnType<typeof open>>, email: string, role: 'organiser' | 'observer') {
		const by = await addUser(db, email);
		const invited = await inviteMember(db, hash, { key: KEY, email, role, by: id }, TODAY);
		await acceptMemberInvitation(db, hash, { token: 'token' in invited ? invited.token : '', by }, TODAY);
		return by;
	}

	test('takes everything of it away', async () => {
		const { db, auth, id, enter, who, first } = await open();
		await askForReset({ db, auth }, EMAIL, now);
		expect(await deleteAccount(db, id, TODAY)).toBeUndefined();
		for (const table of [user, session, account, verification]) expect(db.read.select().from(table).all()).toEqual([]);
		expect(await who(first)).toBeUndefined();
		expect((await enter(PASSWORD)).state).toBe('refused');
	});

	test('is refused to the last organiser of a municipality, whoever observes', async () => {
		const opened = await withTown();
		await join(opened, 'bo@musterau.example', 'observer');
		expect(await findDependent(opened.db, opened.id)).toEqual([{ key: KEY, name: 'Musterau, Stadt' }]);
		expect(await deleteAccount(opened.db, opened.id, TODAY)).toEqual({ refused: 'lastOrganiser' });
		expect(await opened.who(opened.first)).toBeDefined();
	});

	test('is open to one of several organisers, and to observers; the log tells that somebody left', async () => {
		const opened = await withTown();
		const other = await join(opened, 'ada@musterau.example', 'organiser');
		const observer = await join(opened, 'bo@musterau.example', 'observer');
		for (const id of [opened.id, observer.id]) {
			expect(await findDependent(opened.db, id)).toEqual([]);
			expect(await deleteAccount(opened.db, id, TODAY)).toBeUndefined();
		}
		expect(await findMembership(opened.db, other.id, KEY)).toMatchObject({ role: 'organiser' });
		const [last, before] = await findAudit(opened.db, KEY);
		expect([last, before]).toMatchObject([
			{ event: 'member_left', by: undefined },
			{ event: 'member_left', by: undefined }
		]);
	});

	test('of the last two organisers at once leaves one', async () => {
		const opened = await withTown();
		const other = await join(opened, 'ada@musterau.example', 'organiser');
		const both = await Promise.all([opened.id, other.id].map((id) => deleteAccount(opened.db, id, TODAY)));
		expect(both).toEqual([undefined, { refused: 'lastOrganiser' }]);
	});

	test('that nobody has signed in to for three years happens by itself; signing in puts it off', async () => {
		const { db, enter, id } = await open();
		const day = (years: number) => `${new Date().getFullYear() + years}-01-01`;
		await db.write((writer) =>
			writer
				.update(user)
				.set({ updatedAt: new Date(`${day(-4)}T12:00:00Z`) })
				.run()
		);
		expect((await enter(PASSWORD)).state).toBe('in');
		expect(await expireAccounts(db, day(3))).toBe(0);
		expect(await expireAccounts(db, day(4))).toBe(1);
		expect(db.read.select().from(user).where(eq(user.id, id)).all()).toEqual([]);
	});

	test('spares the one that a municipality depends on', async () => {
		const { db } = await withTown();
		expect(await expireAccounts(db, '2099-01-01')).toBe(0);
		expect(db.read.select().from(user).all()).toHaveLength(1);
	});

	test('is done again after a backup has been restored', async () => {
		const { db, id } = await open();
		db.deletions.add('account', [id], TODAY);
		const { file } = db;
		db.close();
		const again = openDatabase(file);
		expect(again.deletions.replayed.account).toBe(1);
		expect(again.read.select().from(user).all()).toEqual([]);
		again.close();
	});
});
