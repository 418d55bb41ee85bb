import { expect, test } from 'vitest';
import { addUser, openRegister } from '../../../../tests/support/accounts.ts';
import { expireAudit, findAudit, note } from './audit.ts';
import { deleteAccount } from '#lib/server/accounts/own-account.ts';

const KEY = '05902001';
const OTHER = '05902002';

async function open() {
	const db = await openRegister();
	const kim = await addUser(db, 'kim@musterau.example');
	const write = (day: string, municipalityKey = KEY, userId: string | undefined = kim.id) =>
		db.write((writer) => note(writer, { municipalityKey, userId, event: 'member_invited', subject: 's' }, day));
	return { db, kim, write };
}

test('a municipality reads what was done with its data, the latest first, and nothing of others', async () => {
	const { db, write } = await open();
	await write('2026-11-26');
	await write('2026-11-27');
	await write('2026-11-27', OTHER);
	const entries = await findAudit(db, KEY);
	expect(entries.map(({ day, by, event, subject }) => [day, by, event, subject])).toEqual([
		['2026-11-27', 'kim', 'member_invited', 's'],
		['2026-11-26', 'kim', 'member_invited', 's']
	]);
});

test('a job that fails leaves no entry of what it did not do', async () => {
	const { db, kim } = await open();
	const failing = db.write((writer) => {
		note(writer, { municipalityKey: KEY, userId: kim.id, event: 'member_invited' }, '2026-11-27');
		throw new Error('no');
	});
	await expect(failing).rejects.toThrow('no');
	expect(await findAudit(db, KEY)).toEqual([]);
});

test('what somebody did stays when the account goes, without the name', async () => {
	const { db, kim, write } = await open();
	await write('2026-11-27');
	await deleteAccount(db, kim.id, '2026-11-28');
	expect(await findAudit(db, KEY)).toMatchObject([{ event: 'member_invited', by: undefined }]);
});

test('entries go after two years', async () => {
	const { db, write } = await open();
	await write('2026-11-27');
	await expireAudit(db, '2028-11-27');
	expect(await findAudit(db, KEY)).toHaveLength(1);
	await expireAudit(db, '2028-11-28');
	expect(await findAudit(db, KEY)).toEqual([]);
});
