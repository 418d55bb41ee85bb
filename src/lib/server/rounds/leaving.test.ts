import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addUser } from '../../../../tests/support/accounts.ts';
import { roundPlace, startRound } from '../../../../tests/support/making-rounds.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { backUp } from '#lib/server/backup.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { NOTHING_REPLAYED } from '#lib/server/db/replay-deletions.ts';
import { auditEntry, membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { invitation, round } from '#lib/server/db/schema-rounds.ts';
import { deleteMunicipality } from './leaving.ts';
import { registerMunicipality } from '#lib/server/municipalities/participants.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { openRoundKeys } from './round-keys.ts';

const { key } = roundPlace;
const NOW = new Date('2026-11-27T12:00:00Z');
const TODAY = '2026-11-27';

/** A municipality that registered yesterday and collects. */
async function takingPart() {
	const { db, keys, id } = await startRound({}, [{ role: 'staff', count: 3 }]);
	const kim = await addUser(db, 'kim@musterau.example');
	await registerMunicipality(db, kim, key, '2026-11-26');
	return { db, keys, id, kim };
}

const OWN = [assessment, round, invitation, participant, membership, auditEntry];
const ownOf = ({ read }: Db) => OWN.map((table) => read.select().from(table).all().length);
const NOTHING = OWN.map(() => 0);

test('everything of its own goes, also the keys of its rounds; register and accounts stay', async () => {
	const { db, keys, id } = await takingPart();
	expect(ownOf(db).every((count) => count > 0)).toBe(true);
	expect(await deleteMunicipality(db, keys, key, TODAY)).toBe(true);
	expect(ownOf(db)).toEqual(NOTHING);
	expect(openRoundKeys(keys, id)).toBeUndefined();
	expect(db.read.select().from(municipality).all()).toHaveLength(1);
	expect(db.read.select().from(user).all()).toHaveLength(1);
	expect(await deleteMunicipality(db, keys, key, TODAY), 'once').toBe(false);
});

test('F13: a backup does not bring it back', async () => {
	const { db, keys } = await takingPart();
	const backup = backUp(db.file, join(temporaryFolder(), 'backups'), NOW);
	await deleteMunicipality(db, keys, key, TODAY);
	db.close();
	expect(restoreBackup(backup, db.file, NOW).replayed).toEqual({ ...NOTHING_REPLAYED, round: 1, municipality: 1 });
	const again = openDatabase(db.file);
	expect(ownOf(again)).toEqual(NOTHING);
	again.close();
});

test('it can register anew, and stays when the service starts again', async () => {
	const { db, keys, kim } = await takingPart();
	await deleteMunicipality(db, keys, key, TODAY);
	await registerMunicipality(db, kim, key, TODAY);
	await deleteMunicipality(db, keys, key, TODAY);
	expect(await registerMunicipality(db, kim, key, TODAY)).toEqual({ verified: false });
	db.close();
	const again = openDatabase(db.file);
	expect(again.read.select().from(participant).all()).toHaveLength(1);
	again.close();
});
