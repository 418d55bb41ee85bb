import { expect, test } from 'vitest';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { heartbeat } from './schema.ts';
import { StorageBroken, StorageFull, storageError } from './storage-error.ts';

const add = (id: number, beat = 1) => ({ id, beat });

test('a statement is committed by itself, and the reader sees it', () => {
	const db = openTemporaryDatabase();
	expect(db.statements.insert(heartbeat).values(add(1)).returning().all()).toEqual([add(1)]);
	db.statements.update(heartbeat).set({ beat: 2 }).run();
	expect(db.read.select().from(heartbeat).get()).toEqual(add(1, 2));
});

test('a full disk is told by name, and statements are carried out again once there is room', async () => {
	const db = openTemporaryDatabase();
	await db.write((writer) => writer.run('CREATE TABLE filler (content blob)'));
	await db.write((writer) => writer.all('PRAGMA max_page_count = 1'));
	const fill = () => db.statements.run('INSERT INTO filler VALUES (zeroblob(1000000))');
	expect(fill).toThrow(expect.toSatisfy((error) => storageError(error) instanceof StorageFull));
	await db.write((writer) => writer.all('PRAGMA max_page_count = 1000000'));
	expect(fill).not.toThrow();
});

test('after the end no statement is carried out, as no job is', async () => {
	const db = openTemporaryDatabase();
	db.close();
	expect(() => db.statements.insert(heartbeat).values(add(1)).run()).toThrow(StorageBroken);
	await expect(db.write((writer) => writer.insert(heartbeat).values(add(1)).run())).rejects.toThrow(StorageBroken);
});

test('other errors stay what they are', () => {
	const db = openTemporaryDatabase();
	db.statements.insert(heartbeat).values(add(1)).run();
	const again = () => db.statements.insert(heartbeat).values(add(1)).run();
	expect(again).toThrow(expect.objectContaining({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' }));
	expect(db.read.select().from(heartbeat).all()).toHaveLength(1);
});
