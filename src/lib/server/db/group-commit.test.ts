import { statSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import type { Writer } from './open.ts';
import { heartbeat } from './schema.ts';
import { StorageBroken } from './storage-error.ts';

/** a page of 4096 bytes with its header in the write-ahead log */
const FRAME = 4096 + 24;
const add = (id: number) => (writer: Writer) => writer.insert(heartbeat).values({ id, beat: id }).run().changes;

test('a job’s value comes back, and the reader sees what it has changed', async () => {
	const db = openTemporaryDatabase();
	expect(await db.write(add(1))).toBe(1);
	expect(db.read.select().from(heartbeat).all()).toEqual([{ id: 1, beat: 1 }]);
});

test('jobs that wait at one moment are carried out in their order, in one commit', async () => {
	const db = openTemporaryDatabase();
	const logged = () => statSync(`${db.file}-wal`).size;
	const before = logged();
	const seen: number[] = [];
	await Promise.all([3, 1, 2].map((id) => db.write(add(id)).then(() => seen.push(id))));
	expect(seen).toEqual([3, 1, 2]);
	expect(logged() - before, 'the one changed page is in the log once').toBe(FRAME);
});

test('a job sees what the jobs before it in the same group have changed', async () => {
	const db = openTemporaryDatabase();
	const [, found] = await Promise.all([
		db.write(add(1)),
		db.write((writer) => writer.select().from(heartbeat).all().length)
	]);
	expect(found).toBe(1);
});

test('a job that throws rolls back alone and rejects its own promise only (F10)', async () => {
	const db = openTemporaryDatabase();
	const jobs = await Promise.allSettled([
		db.write(add(1)),
		db.write((writer) => {
			add(2)(writer);
			throw new RangeError('no');
		}),
		db.write(add(1)),
		db.write(add(3))
	]);
	expect(jobs.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
	expect(jobs[1]).toMatchObject({ reason: expect.any(RangeError) });
	expect(db.read.select({ id: heartbeat.id }).from(heartbeat).all()).toEqual([{ id: 1 }, { id: 3 }]);
});

test('an asynchronous job is refused and changes nothing', async () => {
	const db = openTemporaryDatabase();
	await expect(db.write(async (writer) => add(1)(writer))).rejects.toThrow(TypeError);
	expect(db.read.select().from(heartbeat).all()).toEqual([]);
});

test('a job may use a transaction of its own', async () => {
	const db = openTemporaryDatabase();
	await db.write((writer) => {
		writer.transaction((inner) => inner.insert(heartbeat).values({ id: 1, beat: 1 }).run());
		expect(() =>
			writer.transaction((inner) => {
				inner.update(heartbeat).set({ beat: 2 }).run();
				throw new RangeError('no');
			})
		).toThrow(RangeError);
	});
	expect(db.read.select().from(heartbeat).where(eq(heartbeat.id, 1)).get()?.beat).toBe(1);
});

test('nothing is confirmed when the commit fails, and later jobs are carried out', async () => {
	const db = openTemporaryDatabase();
	const jobs = await Promise.allSettled([
		db.write(add(1)),
		db.write((writer) => {
			writer.run('PRAGMA defer_foreign_keys = ON');
			writer.run(`INSERT INTO answer VALUES ('nobody', 'D1', 1, '{}', 0)`);
		})
	]);
	expect(jobs.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	expect(db.read.select().from(heartbeat).all()).toEqual([]);
	expect(await db.write(add(1))).toBe(1);
});

test('closing carries out what waits and refuses what comes after', async () => {
	const db = openTemporaryDatabase();
	const waiting = db.write(add(1));
	db.close();
	expect(await waiting).toBe(1);
	await expect(db.write(add(2))).rejects.toThrow(StorageBroken);
});
