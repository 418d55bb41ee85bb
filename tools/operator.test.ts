import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { findInvited } from '#lib/server/accounts/signing-up.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { session, twoFactor, user } from '#lib/server/db/schema-accounts.ts';
import { hashCode, initKeys } from '#lib/server/keys.ts';
import { addUser } from '../tests/support/accounts.ts';
import { temporaryFolder } from '../tests/support/folder.ts';

const EMAIL = 'ola@betrieb.example';

/** A folder of the service, and the command run in it. */
function service() {
	const folder = temporaryFolder();
	const env = {
		...process.env,
		DATABASE_FILE: join(folder, 'standort.db'),
		KEY_FOLDER: join(folder, 'keys'),
		ORIGIN: 'https://standort.example'
	};
	const open = () => {
		const db = openDatabase(env.DATABASE_FILE);
		initKeys(db, env.KEY_FOLDER);
		return db;
	};
	const run = (...args: string[]) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/operator.ts', ...args], { env });
		return { status, printed: String(stdout), complaint: String(stderr) };
	};
	return { open, run };
}

test('the first operator gets a link that opens an account of the operator’s, for a day', async () => {
	const { open, run } = service();
	const { status, printed } = run('create', ' Ola@Betrieb.example ');
	expect(status).toBe(0);
	const token = /^https:\/\/standort\.example\/account\/confirm\/([\w-]{22})$/m.exec(printed)?.[1] ?? '';
	const db = open();
	const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
	expect(await findInvited(db, hashCode, token, at(23))).toEqual({ email: EMAIL, operator: true });
	expect(await findInvited(db, hashCode, token, at(24))).toBeUndefined();
	expect(db.read.select().from(user).all(), 'nobody is anything before').toEqual([]);
	db.close();
});

test('an account that there is becomes an operator’s, and stops being one; each ends its sessions', async () => {
	const { open, run } = service();
	const before = open();
	const { id } = await addUser(before, EMAIL);
	before.close();
	for (const [command, operator] of [
		['create', true],
		['remove', false]
	] as const) {
		const db = open();
		const now = new Date();
		const times = { createdAt: now, updatedAt: now, expiresAt: now };
		await db.write((writer) =>
			writer
				.insert(session)
				.values({ id: command, token: command, userId: id, ...times })
				.run()
		);
		db.close();
		expect(run(command, EMAIL)).toMatchObject({ status: 0, printed: expect.stringContaining(EMAIL) });
		const after = open();
		expect(after.read.select({ operator: user.operator }).from(user).get()).toEqual({ operator });
		expect(after.read.select().from(session).all()).toEqual([]);
		after.close();
	}
});

test('a second factor that is lost is taken from an account', async () => {
	const { open, run } = service();
	const before = open();
	const { id } = await addUser(before, EMAIL);
	await before.write((writer) => {
		writer.update(user).set({ twoFactorEnabled: true }).where(eq(user.id, id)).run();
		writer.insert(twoFactor).values({ id: 't', userId: id, secret: 's', backupCodes: '[]' }).run();
	});
	before.close();
	expect(run('reset', EMAIL).status).toBe(0);
	const after = open();
	expect(after.read.select().from(twoFactor).all()).toEqual([]);
	expect(after.read.select({ on: user.twoFactorEnabled }).from(user).get()).toEqual({ on: false });
	after.close();
});

test('an address without an account is told so', () => {
	const { run } = service();
	for (const command of ['remove', 'reset']) expect(run(command, EMAIL).printed).toContain(`kein Konto ${EMAIL}`);
});

test('while the service runs the command refuses, and changes nothing', async () => {
	const { open, run } = service();
	const db = open();
	await addUser(db, EMAIL);
	expect(run('create', EMAIL)).toMatchObject({ status: 1, printed: '' });
	expect(db.read.select({ operator: user.operator }).from(user).get()).toEqual({ operator: false });
	db.close();
});

test.each([[], ['create'], ['create', 'keine Adresse'], ['make', EMAIL], ['create', EMAIL, 'b@c.example']])(
	'called with %j it says how to call it',
	(...args) => {
		const { run } = service();
		expect(run(...args)).toMatchObject({ status: 2, complaint: expect.stringContaining('npm run operator -- create') });
	}
);
