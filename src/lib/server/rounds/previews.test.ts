import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addUser } from '../../../../tests/support/accounts.ts';
import { makeRound, roundPlace, startRound } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { findAudit } from '#lib/server/municipalities/audit.ts';
import { backUp } from '#lib/server/backup.ts';
import { endCollecting } from './collecting.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { endShowing, noteAgreement, showRound } from './previews.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { deleteRound, findRound, findShownRound } from './rounds.ts';
import { NOTHING_REPLAYED } from '#lib/server/db/replay-deletions.ts';

const TODAY = '2026-11-25';
const NOW = new Date('2026-11-25T12:00:00Z');
const AGREED = { staffCouncilOn: '2026-11-21', dataProtectionOn: undefined };

async function draft() {
	const db = openTemporaryDatabase();
	const shown = { id: await makeRound(db), municipalityKey: roundPlace.key };
	return { db, shown, kim: (await addUser(db, 'kim@musterau.example')).id };
}

const events = async (db: Db) => (await findAudit(db, roundPlace.key)).map(({ event }) => event);

test('the last link that was made shows the round, until it is ended; the log tells of both', async () => {
	const { db, shown, kim } = await draft();
	const first = await showRound(db, shown, kim, TODAY);
	const second = await showRound(db, shown, kim, TODAY);
	expect(findShownRound(db, first)).toBeUndefined();
	expect(findShownRound(db, second)).toMatchObject({ id: shown.id, shown: true });
	await endShowing(db, shown, kim, TODAY);
	expect(findShownRound(db, second)).toBeUndefined();
	await endShowing(db, shown, kim, TODAY);
	expect(await events(db)).toEqual(['round_shown_no_more', 'round_shown', 'round_shown', 'round_made']);
});

test('days of agreement are noted and taken back until collecting ends', async () => {
	const { db, shown } = await draft();
	expect(await noteAgreement(db, shown.id, AGREED)).toBeUndefined();
	expect(findRound(db, roundPlace.key, shown.id)).toMatchObject(AGREED);
	expect(await noteAgreement(db, shown.id, { staffCouncilOn: undefined, dataProtectionOn: TODAY })).toBeUndefined();
	expect(findRound(db, roundPlace.key, shown.id)?.staffCouncilOn).toBeUndefined();
	const started = await startRound();
	expect(await noteAgreement(started.db, started.id, AGREED)).toBeUndefined();
	await endCollecting(started.db, started.keys, started.id, TODAY);
	expect(await noteAgreement(started.db, started.id, AGREED)).toEqual({ refused: 'phase' });
});

test('F13: a backup brings back neither a link that was ended nor a round that was deleted', async () => {
	const { db, shown, kim } = await draft();
	const deleted = await makeRound(db);
	const token = await showRound(db, shown, kim, TODAY);
	const backup = backUp(db.file, join(temporaryFolder(), 'backups'), NOW);
	await endShowing(db, shown, kim, TODAY);
	await deleteRound(db, temporaryFolder(), deleted, { userId: kim, today: TODAY });
	expect((await events(db))[0]).toBe('round_deleted');
	db.close();
	expect(restoreBackup(backup, db.file, NOW).replayed).toEqual({ ...NOTHING_REPLAYED, round: 1, link: 1 });
	const restored = openDatabase(db.file);
	expect(findShownRound(restored, token)).toBeUndefined();
	expect(findRound(restored, roundPlace.key, deleted)).toBeUndefined();
	expect(findRound(restored, roundPlace.key, shown.id)?.id).toBe(shown.id);
	restored.close();
});
