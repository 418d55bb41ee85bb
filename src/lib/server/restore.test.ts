import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { addUser } from '../../../tests/support/accounts.ts';
import { storeCheck } from '../../../tests/support/stored-check.ts';
import { openTemporaryDatabase, temporaryFolder } from '../../../tests/support/temporary-database.ts';
import { backUp, expireBackups } from './backup.ts';
import { openDatabase } from './db/open.ts';
import { session, user, verification } from './db/schema-accounts.ts';
import { assessment } from './db/schema.ts';
import { describeReplay, restoreBackup } from './restore.ts';
import { NOTHING_REPLAYED } from './db/replay-deletions.ts';

const NIGHT = new Date('2026-11-24T02:00:00Z');
const NOW = new Date('2026-11-25T09:30:00Z');
const refusal = (reason: string) => expect.objectContaining({ name: 'StartRefusal', reason });

/** A database with one check in the backup and another that was made after it. */
async function backedUp() {
	const db = openTemporaryDatabase();
	const earlier = await storeCheck(db);
	const folder = join(temporaryFolder(), 'backups');
	const backup = backUp(db.file, folder, NIGHT);
	const later = await storeCheck(db);
	return { db, backup, folder, earlier, later };
}

function idsIn(file: string): string[] {
	const db = openDatabase(file);
	const ids = db.read.select({ id: assessment.id }).from(assessment).all();
	db.close();
	return ids.map(({ id }) => id);
}

test('the database is as it was at the backup, and the one of before is kept', async () => {
	const { db, backup, earlier, later } = await backedUp();
	db.close();
	const { before } = restoreBackup(backup, db.file, NOW);
	expect(idsIn(db.file)).toEqual([earlier]);
	expect(before).toBe(`${db.file}.2026-11-25T09-30-00Z.before-restore.backup`);
	expect(idsIn(String(before)).sort()).toEqual([earlier, later].sort());
	expect(existsSync(backup), 'the backup stays').toBe(true);
});

test('nobody stays signed in by a session of the backup', async () => {
	const db = openTemporaryDatabase();
	const { id } = await addUser(db, 'kim@musterau.example');
	const now = new Date();
	const times = { createdAt: now, updatedAt: now, expiresAt: now };
	await db.write((writer) => {
		writer
			.insert(session)
			.values({ id: 's', token: 't', userId: id, ...times })
			.run();
		writer
			.insert(verification)
			.values({ id: 'v', identifier: 'i', value: 'v', ...times })
			.run();
	});
	const backup = backUp(db.file, join(temporaryFolder(), 'backups'), NIGHT);
	db.close();
	restoreBackup(backup, db.file, NOW);
	const restored = openDatabase(db.file);
	for (const table of [session, verification]) expect(restored.read.select().from(table).all()).toEqual([]);
	expect(restored.read.select().from(user).all()).toHaveLength(1);
	restored.close();
});

test('what was saved last before a crash is kept, too, though it stands in the log only', async () => {
	const { db, backup, earlier, later } = await backedUp();
	const folder = temporaryFolder();
	const file = join(folder, 'test.db');
	for (const end of ['', '-wal']) writeFileSync(file + end, readFileSync(db.file + end));
	const { before } = restoreBackup(backup, file, NOW);
	expect(idsIn(file)).toEqual([earlier]);
	expect(idsIn(String(before)).sort()).toEqual([earlier, later].sort());
});

test('a database that is damaged can be replaced, its log does not spoil the new one, and both go after 30 days', async () => {
	const { db, backup, earlier } = await backedUp();
	db.close();
	writeFileSync(db.file, 'no database at all\n'.repeat(1000));
	writeFileSync(`${db.file}-wal`, 'nor a log\n'.repeat(1000));
	restoreBackup(backup, db.file, NOW);
	expect(idsIn(db.file)).toEqual([earlier]);
	const aside = () => readdirSync(join(db.file, '..')).filter((name) => name.includes('before-restore'));
	expect(aside()).toHaveLength(2);
	expireBackups(db.file, join(db.file, '..'), '2026-12-26');
	expect(aside()).toEqual([]);
});

test('a backup is restored where there is no database any more, with the deletions that lie beside it', async () => {
	const { db, backup, folder, earlier } = await backedUp();
	await db.write((writer) => writer.delete(assessment).run());
	db.deletions.add('check', [earlier], '2026-11-24');
	backUp(db.file, folder, NOW);
	const elsewhere = join(temporaryFolder(), 'new', 'test.db');
	chmodSync(backup, 0o644);
	const { before, replayed } = restoreBackup(backup, elsewhere, NOW);
	expect(before).toBeUndefined();
	expect(replayed).toEqual({ ...NOTHING_REPLAYED, check: 1 });
	expect(idsIn(elsewhere)).toEqual([]);
	expect(statSync(elsewhere).mode & 0o777, 'for its owner only').toBe(0o600);
});

test('while the service runs nothing is restored', async () => {
	const { db, backup, earlier, later } = await backedUp();
	expect(() => restoreBackup(backup, db.file, NOW)).toThrow(refusal('inUse'));
	db.close();
	expect(idsIn(db.file).sort()).toEqual([earlier, later].sort());
});

test.each([
	['is damaged', 'corrupted', (file: string) => writeFileSync(file, 'no database at all\n'.repeat(1000))],
	['is missing', 'notReachable', (file: string) => file],
	[
		'belongs to another program',
		'foreign',
		(file: string) => new Database(file).exec('CREATE TABLE song (id)').close()
	],
	[
		'belongs to a newer version',
		'newer',
		(file: string) => {
			const elsewhere = openDatabase(file);
			elsewhere.close();
			new Database(file).exec(`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9e12)`).close();
		}
	]
])('a backup that %s is refused, and the database stays as it is', async (_, reason, make) => {
	const { db, earlier, later } = await backedUp();
	db.close();
	const backup = join(temporaryFolder(), 'other.backup');
	make(backup);
	expect(() => restoreBackup(backup, db.file, NOW)).toThrow(refusal(reason));
	expect(readdirSync(join(db.file, '..')).filter((name) => name.endsWith('.backup'))).toEqual([]);
	expect(idsIn(db.file).sort()).toEqual([earlier, later].sort());
});

test('a restore that fails half-way leaves the database as it is', async () => {
	const { db, backup, earlier, later } = await backedUp();
	db.close();
	mkdirSync(`${db.file}.part`);
	expect(() => restoreBackup(backup, db.file, NOW)).toThrow();
	expect(idsIn(db.file).sort()).toEqual([earlier, later].sort());
});

test('the log says what was deleted again, and nothing where there was nothing', () => {
	expect(describeReplay(NOTHING_REPLAYED)).toEqual([]);
	const replayed = { check: 2, round: 3, link: 1, account: 4, message: 5, consultant: 6, publication: 7 };
	expect(describeReplay({ ...NOTHING_REPLAYED, ...replayed })).toEqual([
		expect.stringMatching(
			/2 Selbst-Checks, 3 Runden, 1 Links.*4 Konten.*5 Nachrichten.*6 Austritte.*7 zurück.*2 self-checks.*4 accounts.*5 messages.*6 departures.*7 withdrawals/
		)
	]);
});

test('the log leaves out nothing that was deleted again', () => {
	const kinds = Object.keys(NOTHING_REPLAYED);
	const replayed = { ...NOTHING_REPLAYED, ...Object.fromEntries(kinds.map((kind, at) => [kind, 1001 + at])) };
	const [line] = describeReplay(replayed);
	for (const count of Object.values(replayed)) expect(line).toMatch(new RegExp(`${count}.* · .*${count}`));
});
