/** D14: letters, reminders, printed codes and hurdles leave nothing by which an invitation is linked to a response. */
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addDays } from '#lib/domain/day.ts';
import { REMINDER_GAP_DAYS } from '#lib/domain/round/reminder.ts';
import { endCollecting } from '#lib/server/rounds/collecting.ts';
import { auditEntry } from '#lib/server/db/schema-accounts.ts';
import { responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { sendDue, type InvitationFacts } from '#lib/server/rounds/invitation-mail.ts';
import { findInvitations, findInvitedByCode, findPrintedCodes } from '#lib/server/rounds/invitations.ts';
import { addCodes, correctAddress } from '#lib/server/rounds/inviting.ts';
import type { Letter } from '#lib/server/mail.ts';
import { makePass, type Pass } from '#lib/server/rounds/passes.ts';
import { orderReminder } from '#lib/server/rounds/reminders.ts';
import { ANSWERED_ON, level, save, storedResponses, submit } from '../support/answering-a-round.ts';
import { DEED, openInvitation, STARTED_ON, startRound, type StartedRound } from '../support/making-rounds.ts';
import { snapshotFiles, snapshotRows } from './insider.ts';

const PEOPLE = 6;
const STAFF = [{ role: 'staff', count: PEOPLE }];
const REMINDED_ON = addDays(STARTED_ON, REMINDER_GAP_DAYS);
const naming = (id: string) => ({
	questionId: 'hurdles',
	revision: 1,
	value: { hurdles: [{ id, severity: 2 as const }] }
});

async function answer(started: StartedRound, pass: Pass): Promise<void> {
	await save(started, pass, [level('A1.1', 3), naming('H05')]);
	await submit(started, pass);
}

/** Half of a role answer, name a hurdle and submit; letters go out before, a reminder after. */
async function runRound() {
	const started = await startRound({}, STAFF);
	const letters: Letter[] = [];
	const post = {
		...{ db: started.db, keyFolder: started.keys },
		mail: { folder: undefined, send: (letter: Letter) => Promise.resolve(void letters.push(letter)) },
		write: ({ round, link, reminder }: InvitationFacts) => ({ subject: `${round.title} ${reminder}`, text: link })
	};
	await sendDue(post, started.id, STARTED_ON);
	const first = letters.splice(0);
	const before = snapshotRows(started.db, started.id).invitations;
	for (const [index, { id }] of findInvitations(started.db, started.id).entries()) {
		if (index % 2 === 0) continue;
		await answer(started, makePass(openInvitation(started, id)));
	}
	const after = snapshotRows(started.db, started.id).invitations;
	await orderReminder(started.db, started.id, { userId: undefined, today: REMINDED_ON });
	await sendDue(post, started.id, REMINDED_ON);
	return { started, first, again: letters, before, after };
}

test('D14: letters and reminders go to all alike, and answering changes nothing in the list', async () => {
	const { first, again, before, after } = await runRound();
	const addresses = (letters: Letter[]) => letters.map(({ to }) => to);
	expect(addresses(first)).toHaveLength(PEOPLE);
	expect(addresses(again)).toEqual(addresses(first));
	expect(new Set(again.map(({ subject }) => subject))).toHaveLength(1);
	expect(again.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
	expect(after).toEqual(before);
});

test('D14: neither a letter nor a link of one lies in database, log or backup', async () => {
	const { started, first, again } = await runRound();
	const secrets = [...first, ...again].map(({ text }) => text);
	for (const [name, bytes] of snapshotFiles(started.db.file))
		expect(
			secrets.flatMap((text) => text.split('-')).filter((part) => bytes.includes(part)),
			name
		).toEqual([]);
});

test('D14: a printed code leaves the same row as a link by e-mail, and lies nowhere', async () => {
	const started = await startRound({}, STAFF);
	await addCodes(started.db, started.id, { role: 'staff', count: 2 }, DEED);
	const codes = findPrintedCodes(started.db, started.keys, started.id) ?? [];
	for (const { code } of codes) {
		const invited = findInvitedByCode(started.db, started.keys, code);
		if (!invited || 'over' in invited) throw new Error('The code should open');
		await answer(started, makePass(invited));
	}
	const [first] = findInvitations(started.db, started.id).filter(({ email }) => email !== null);
	await answer(started, makePass(openInvitation(started, first?.id ?? '')));
	const rows = storedResponses(started).map((row) => ({ ...row, key: row.key.length, codeHash: row.codeHash?.length }));
	expect(rows).toHaveLength(3);
	expect(new Set(rows.map((row) => JSON.stringify(row)))).toHaveLength(1);
	for (const [name, bytes] of snapshotFiles(started.db.file))
		expect(
			codes.filter(({ code, link }) => bytes.includes(code) || link.split('-').some((part) => bytes.includes(part))),
			name
		).toEqual([]);
});

test('D14: hurdles lie with the response alone, under its key, and are renamed with it', async () => {
	const { started } = await runRound();
	const rows = () =>
		started.db.read.select().from(responseAnswer).where(eq(responseAnswer.questionId, 'hurdles')).all();
	const keys = () => new Set(storedResponses(started).map(({ key }) => key));
	expect(rows()).toHaveLength(PEOPLE / 2);
	const before = rows().map(({ responseKey }) => responseKey);
	await endCollecting(started.db, started.keys, started.id, ANSWERED_ON);
	expect(rows().every(({ responseKey }) => keys().has(responseKey))).toBe(true);
	expect(rows().filter(({ responseKey }) => before.includes(responseKey))).toEqual([]);
});

test('D14: rows lie in the order of their random keys, never in that of their arrival', async () => {
	const { started } = await runRound();
	const client = new Database(started.db.file, { readonly: true });
	const tables = ['invitation', 'response', 'response_answer'];
	for (const table of tables)
		expect(() => client.prepare(`SELECT rowid FROM ${table}`).all(), table).toThrow('no such column');
	client.close();
});

test('D14: the log of the municipality tells what was done, and never whom it concerns', async () => {
	const { started } = await runRound();
	const [first] = findInvitations(started.db, started.id);
	const place = { roundId: started.id, invitationId: first?.id ?? '' };
	await correctAddress(started.db, started.keys, place, 'neu@musterau.de', DEED);
	const entries = started.db.read.select().from(auditEntry).all();
	expect(entries.map(({ event }) => event)).toContain('invitation_corrected');
	expect(new Set(entries.map(({ subject }) => subject))).toEqual(new Set([started.id]));
	expect(JSON.stringify(entries)).not.toContain('@');
});
