import { expect, test } from 'vitest';
import { ANSWERED_ON, redeem, save, storedResponses, submit } from '../../../../tests/support/answering-a-round.ts';
import { DEED, roundPlace, startRound } from '../../../../tests/support/making-rounds.ts';
import { endCollecting } from './collecting.ts';
import { responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { findInvitations, findInvitedByCode, findPrintedCodes } from './invitations.ts';
import { addCodes, addInvitations, correctAddress, removeInvitation } from './inviting.ts';
import { findAnswering, makePass } from './passes.ts';
import { findRound } from './rounds.ts';

test('an address is invited once, whatever its case', async () => {
	const { db, id } = await startRound();
	const list = [{ email: 'a@musterau.de', role: 'staff' }];
	expect(await addInvitations(db, id, list, DEED)).toEqual({ added: 1, known: [] });
	const again = [...list, { email: 'A@Musterau.de', role: 'council' }, { email: 'b@musterau.de', role: 'staff' }];
	expect(await addInvitations(db, id, again, DEED)).toEqual({ added: 1, known: ['a@musterau.de', 'A@Musterau.de'] });
	expect(findInvitations(db, id).map(({ email }) => email)).toEqual(['a@musterau.de', 'b@musterau.de']);
});

test('a printed code leads to its invitation, and another one to none', async () => {
	const started = await startRound();
	await addCodes(started.db, started.id, { role: 'staff', count: 3 }, DEED);
	const codes = findPrintedCodes(started.db, started.keys, started.id) ?? [];
	expect(new Set(codes.map(({ code }) => code)).size).toBe(3);
	const invited = findInvitedByCode(started.db, started.keys, codes[1]?.code ?? '');
	if (!invited || 'over' in invited) throw new Error('The code should be known');
	expect(codes[1]?.link).toBe(`${invited.linkPart}-${invited.token}`);
	await save(started, makePass(invited));
	expect(storedResponses(started)).toHaveLength(1);
	expect(findInvitedByCode(started.db, started.keys, 'K7MR3TWQK7MR3TWQ')).toBeUndefined();
});

test('D14: in an open workshop a role has one link that many use, and never a second one', async () => {
	const { db, id } = await startRound({ mode: 'open' });
	const link = { role: 'staff', count: 5 };
	expect(await addCodes(db, id, link, DEED)).toMatchObject({ added: 1 });
	expect(await addCodes(db, id, link, DEED)).toMatchObject({ added: 0 });
	expect(await addCodes(db, id, { role: 'council', count: 1 }, DEED)).toMatchObject({ added: 1 });
	expect(findInvitations(db, id)).toHaveLength(2);
});

test('whoever is taken off the list can answer no more; the answers go, the count stays', async () => {
	const started = await startRound();
	const { invited, pass } = await redeem(started);
	await save(started, pass);
	await submit(started, pass);
	await removeInvitation(started.db, started.keys, { roundId: started.id, invitationId: invited.invitation.id }, DEED);
	expect(findAnswering(started.db, started.keys, pass, ANSWERED_ON)).toBeUndefined();
	expect(await save(started, pass)).toEqual({ refused: 'unknown' });
	expect(started.db.read.select().from(responseAnswer).all()).toEqual([]);
	expect(storedResponses(started)).toMatchObject([{ submittedOn: ANSWERED_ON, codeHash: null }]);
	await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
	expect(storedResponses(started)).toEqual([]);
});

test('a corrected address is a new invitation of the same role, still to be written to', async () => {
	const started = await startRound({}, [{ role: 'council', count: 1 }]);
	const [old] = findInvitations(started.db, started.id);
	const correct = (address: string) =>
		correctAddress(started.db, started.keys, { roundId: started.id, invitationId: old?.id ?? '' }, address, DEED);
	expect(await correct(old?.email?.toUpperCase() ?? '')).toEqual({ refused: 'known' });
	expect(await correct('neu@musterau.de')).toBeUndefined();
	const now = findInvitations(started.db, started.id);
	expect(now).toMatchObject([{ email: 'neu@musterau.de', role: 'council', sentOn: null }]);
	expect(now[0]?.id).not.toBe(old?.id);
	expect(await correct('zuspaet@musterau.de')).toEqual({ refused: 'unknown' });
});

test('nobody is invited once collecting has ended', async () => {
	const { db, keys, id } = await startRound();
	await endCollecting(db, keys, id, ANSWERED_ON);
	expect(await addInvitations(db, id, [{ email: 'a@musterau.de', role: 'staff' }], DEED)).toEqual({ refused: 'phase' });
	expect(findRound(db, roundPlace.key, id)?.phase).toBe('consensus');
});
