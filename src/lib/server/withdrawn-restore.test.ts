/** What people took back in a round stays gone when a backup is restored (F13). */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ANSWERED_ON, level, redeem, save, submit } from '../../../tests/support/answering-a-round.ts';
import { DEED, startRound, type StartedRound } from '../../../tests/support/making-rounds.ts';
import { temporaryFolder } from '../../../tests/support/temporary-database.ts';
import { backUp } from './backup.ts';
import { endCollecting } from '#lib/server/rounds/collecting.ts';
import { openDatabase } from './db/open.ts';
import { response, responseAnswer } from './db/schema-rounds.ts';
import { findInvitations } from '#lib/server/rounds/invitations.ts';
import { removeInvitation } from '#lib/server/rounds/inviting.ts';
import { restoreBackup } from './restore.ts';
import { withdrawResponse } from '#lib/server/rounds/responses.ts';

const NOW = new Date('2026-11-25T12:00:00Z');

/** Three people answer and a backup is made; then one of them takes everything back, and another is taken off the list. */
async function takenBack() {
	const started = await startRound();
	const people = [await redeem(started), await redeem(started), await redeem(started)];
	for (const { pass } of people) {
		await save(started, pass, [level('A1.1', 3)]);
		await submit(started, pass);
	}
	const backup = backUp(started.db.file, temporaryFolder(), NOW);
	const keys = join(temporaryFolder(), 'keys');
	cpSync(started.keys, keys, { recursive: true });
	const [first, second] = people;
	if (first) await withdrawResponse(started.db, started.keys, first.pass, ANSWERED_ON);
	const invitationId = second?.invited.invitation.id ?? '';
	await removeInvitation(started.db, started.keys, { roundId: started.id, invitationId }, DEED);
	started.db.close();
	return { started, backup, keys, invitationId };
}

function reopen({ db, keys, id }: StartedRound): StartedRound {
	return { db: openDatabase(db.file), keys, id };
}

test('what was withdrawn has no answers again, and whoever was taken off the list is not on it again', async () => {
	const { started, backup, invitationId } = await takenBack();
	expect(restoreBackup(backup, started.db.file, NOW).replayed).toMatchObject({ answers: 1, invitation: 1 });
	const again = reopen(started);
	expect(again.db.read.select().from(responseAnswer).all()).toHaveLength(2);
	expect(findInvitations(again.db, again.id).some(({ id }) => id === invitationId)).toBe(false);
	again.db.close();
});

test('at the end of collecting only those who are invited are counted', async () => {
	const { started, backup, keys } = await takenBack();
	restoreBackup(backup, started.db.file, NOW);
	const again = { ...reopen(started), keys };
	await endCollecting(again.db, keys, again.id, ANSWERED_ON);
	expect(again.db.read.select().from(response).all()).toHaveLength(1);
	again.db.close();
});
