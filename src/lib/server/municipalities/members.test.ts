import { expect, test } from 'vitest';
import { addUser, hash, openRegister } from '../../../../tests/support/accounts.ts';
import { expireAudit, findAudit } from './audit.ts';
import {
	acceptMemberInvitation,
	expireMemberInvitations,
	findInvitedMember,
	findMemberInvitations,
	inviteMember,
	withdrawMemberInvitation
} from './member-invitations.ts';
import { memberInvitation } from '#lib/server/db/schema-accounts.ts';
import { findMembers, findMembership, removeMember } from './members.ts';
import { registerMunicipality } from './participants.ts';

const TODAY = '2026-11-26';
const KEY = '05902001';
const OTHER = '05902002';

async function open() {
	const db = await openRegister();
	const kim = await addUser(db, 'kim@musterau.example');
	await registerMunicipality(db, kim, KEY, TODAY);
	const invite = async (email: string, role: 'organiser' | 'observer' = 'observer', today = TODAY) => {
		const invited = await inviteMember(db, hash, { key: KEY, email, role, by: kim.id }, today);
		if ('refused' in invited) throw new Error(invited.refused);
		return invited.token;
	};
	return { db, kim, invite };
}

test('an invitation makes the invited account a member, once', async () => {
	const { db, invite } = await open();
	const bo = await addUser(db, 'bo@musterau.example');
	const token = await invite(bo.email);
	expect(await findInvitedMember(db, hash, token, TODAY)).toMatchObject({ email: bo.email, role: 'observer' });
	expect(await acceptMemberInvitation(db, hash, { token, by: bo }, TODAY)).toEqual({ key: KEY });
	expect(await acceptMemberInvitation(db, hash, { token, by: bo }, TODAY)).toEqual({ refused: 'link' });
	expect(await findMembership(db, bo.id, KEY)).toMatchObject({ role: 'observer' });
	expect(await findMembership(db, bo.id, OTHER)).toBeUndefined();
	expect((await findMembers(db, KEY)).map(({ name, role }) => [name, role])).toEqual([
		['kim', 'organiser'],
		['bo', 'observer']
	]);
});

test('an invitation to another address makes nobody a member, and still holds for the right one', async () => {
	const { db, invite } = await open();
	const bo = await addUser(db, 'bo@musterau.example');
	const stranger = await addUser(db, 'stranger@elsewhere.example');
	const token = await invite(bo.email, 'organiser');
	expect(await acceptMemberInvitation(db, hash, { token, by: stranger }, TODAY)).toEqual({ refused: 'otherAccount' });
	expect(await findMembership(db, stranger.id, KEY)).toBeUndefined();
	expect(await acceptMemberInvitation(db, hash, { token, by: bo }, TODAY)).toEqual({ key: KEY });
});

test('the database holds no token, and a hash opens nothing', async () => {
	const { db, invite } = await open();
	const token = await invite('bo@musterau.example');
	const stored = JSON.stringify(db.read.select().from(memberInvitation).all());
	expect(stored).not.toContain(token);
	expect(await findInvitedMember(db, hash, hash(token), TODAY)).toBeUndefined();
});

test('an invitation holds for fourteen days, and is deleted with its address', async () => {
	const { db, invite } = await open();
	const token = await invite('bo@musterau.example');
	expect(await findInvitedMember(db, hash, token, '2026-12-10')).toBeDefined();
	expect(await findInvitedMember(db, hash, token, '2026-12-11')).toBeUndefined();
	await expireMemberInvitations(db, '2026-12-10');
	expect(await findMemberInvitations(db, KEY, TODAY)).toHaveLength(1);
	await expireMemberInvitations(db, '2026-12-11');
	expect(await findMemberInvitations(db, KEY, TODAY)).toEqual([]);
});

test('a second invitation of an address replaces the first', async () => {
	const { db, invite } = await open();
	const first = await invite('bo@musterau.example', 'observer');
	const second = await invite('bo@musterau.example', 'organiser');
	expect(await findInvitedMember(db, hash, first, TODAY)).toBeUndefined();
	expect(await findInvitedMember(db, hash, second, TODAY)).toMatchObject({ role: 'organiser' });
	expect(await findMemberInvitations(db, KEY, TODAY)).toHaveLength(1);
});

test('members are not invited again', async () => {
	const { db, kim } = await open();
	const asked = { key: KEY, email: kim.email, role: 'observer', by: kim.id } as const;
	expect(await inviteMember(db, hash, asked, TODAY)).toEqual({ refused: 'member' });
});

test('an invitation is withdrawn by its own municipality alone', async () => {
	const { db, kim, invite } = await open();
	const token = await invite('bo@musterau.example');
	const [{ id } = { id: '' }] = await findMemberInvitations(db, KEY, TODAY);
	expect(await withdrawMemberInvitation(db, { key: OTHER, id, by: kim.id }, TODAY)).toBe(false);
	expect(await findInvitedMember(db, hash, token, TODAY)).toBeDefined();
	expect(await withdrawMemberInvitation(db, { key: KEY, id, by: kim.id }, TODAY)).toBe(true);
	expect(await findInvitedMember(db, hash, token, TODAY)).toBeUndefined();
});

test('the last organiser can neither leave nor be removed, however many observers there are', async () => {
	const { db, kim, invite } = await open();
	const bo = await addUser(db, 'bo@musterau.example');
	await acceptMemberInvitation(db, hash, { token: await invite(bo.email), by: bo }, TODAY);
	const leaving = { key: KEY, userId: kim.id, by: kim.id };
	expect(await removeMember(db, leaving, TODAY)).toEqual({ refused: 'lastOrganiser' });
	expect(await findMembership(db, kim.id, KEY)).toBeDefined();
	expect(await removeMember(db, { key: KEY, userId: bo.id, by: kim.id }, TODAY)).toBeUndefined();
	expect(await findMembership(db, bo.id, KEY)).toBeUndefined();
});

test('of two organisers who leave at the same moment one stays', async () => {
	const { db, kim, invite } = await open();
	const bo = await addUser(db, 'bo@musterau.example');
	await acceptMemberInvitation(db, hash, { token: await invite(bo.email, 'organiser'), by: bo }, TODAY);
	const both = [kim, bo].map(({ id }) => removeMember(db, { key: KEY, userId: id, by: id }, TODAY));
	expect(await Promise.all(both)).toEqual([undefined, { refused: 'lastOrganiser' }]);
});

test('nobody is removed from a municipality they do not belong to', async () => {
	const { db, kim } = await open();
	expect(await removeMember(db, { key: OTHER, userId: kim.id, by: kim.id }, TODAY)).toEqual({ refused: 'unknown' });
});

test('the log tells each step without addresses, and forgets after 24 months', async () => {
	const { db, kim, invite } = await open();
	const bo = await addUser(db, 'bo@musterau.example');
	await acceptMemberInvitation(db, hash, { token: await invite(bo.email), by: bo }, TODAY);
	await removeMember(db, { key: KEY, userId: bo.id, by: kim.id }, TODAY);
	const entries = await findAudit(db, KEY);
	expect(entries.map(({ event }) => event)).toEqual([
		'member_removed',
		'member_joined',
		'member_invited',
		'municipality_registered'
	]);
	expect(JSON.stringify(entries)).not.toContain('@');
	await expireAudit(db, '2028-11-26');
	expect(await findAudit(db, KEY)).toHaveLength(4);
	await expireAudit(db, '2028-11-27');
	expect(await findAudit(db, KEY)).toEqual([]);
});
