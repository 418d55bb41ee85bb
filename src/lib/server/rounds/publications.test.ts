import { describe, expect, test } from 'vitest';
import { makeClosedRound } from '../../../../tests/support/closed-round.ts';
import { makeRound, roundPlace } from '../../../../tests/support/making-rounds.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { addParticipant } from '../../../../tests/support/town-hall.ts';
import { backUp } from '#lib/server/backup.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { findHolders } from '#lib/server/releases/holders.ts';
import { restoreBackup } from '#lib/server/restore.ts';
import { findPublication, findPublished, publishResult, withdrawResult } from './publications.ts';

const KIM = 'kim@musterau.example';
const deed = { key: roundPlace.key, userId: KIM, today: '2027-03-01' };
const NOW = new Date('2027-03-01T12:00:00Z');

async function townWithResult() {
	const db = openTemporaryDatabase();
	const id = await makeClosedRound(db, [2, 2, 3, 3, 3]);
	await addParticipant(db, [{ email: KIM, role: 'organiser' }]);
	return { db, id };
}

/** The public address of a round. @throws where it has none */
function addressOf(db: ReturnType<typeof openDatabase>, id: string): string {
	const found = findPublication(db, id);
	if (!found) throw new Error('The result is not public');
	return found.id;
}

describe('a published result', () => {
	test('is found at an address that says nothing about its round', async () => {
		const { db, id } = await townWithResult();
		expect(await publishResult(db, id, false, deed)).toBe(true);
		const address = addressOf(db, id);
		expect(address).not.toContain(id);
		expect(findPublished(db, address)).toMatchObject({ listed: false, publishedOn: '2027-03-01', round: { id } });
		expect(findPublished(db, id)).toBeUndefined();
	});

	test('keeps its address when search engines are allowed, and gets another one when it is published anew', async () => {
		const { db, id } = await townWithResult();
		await publishResult(db, id, false, deed);
		const first = addressOf(db, id);
		await publishResult(db, id, true, deed);
		expect(findPublished(db, first)?.listed).toBe(true);
		await withdrawResult(db, id, deed);
		expect(findPublished(db, first)).toBeUndefined();
		await publishResult(db, id, true, deed);
		expect(addressOf(db, id)).not.toBe(first);
		expect(findPublished(db, first)).toBeUndefined();
	});

	test('stays taken back after a restore', async () => {
		const { db, id } = await townWithResult();
		await publishResult(db, id, true, deed);
		const backup = backUp(db.file, temporaryFolder(), NOW);
		await withdrawResult(db, id, deed);
		db.close();
		expect(restoreBackup(backup, db.file, NOW).replayed).toMatchObject({ publication: 1 });
		const again = openDatabase(db.file);
		expect(findPublication(again, id)).toBeUndefined();
		again.close();
	});
});

test('only closed rounds of the own municipality are published', async () => {
	const { db, id } = await townWithResult();
	const open = await makeRound(db);
	expect(await publishResult(db, open, true, deed)).toBe(false);
	expect(await publishResult(db, id, true, { ...deed, key: '05999999' })).toBe(false);
	expect(findPublication(db, id)).toBeUndefined();
});

test('D4: everybody who knows several municipalities knows the public ones, too, and so does everybody else, also when they are taken back', async () => {
	const { db, id } = await townWithResult();
	expect(findHolders(db.read)).toEqual([]);
	await publishResult(db, id, false, deed);
	expect(findHolders(db.read)).toEqual([new Set([roundPlace.key])]);
	await withdrawResult(db, id, deed);
	expect(findHolders(db.read)).toEqual([new Set([roundPlace.key])]);
});
