import { expect, test } from 'vitest';
import { openTemporaryDatabase } from '../../../tests/support/temporary-database.ts';
import { heartbeat } from './db/schema.ts';
import { checkHealth, freeSpace } from './health.ts';

const beats = (db: ReturnType<typeof openTemporaryDatabase>) => db.read.select().from(heartbeat).all();

test('each answer rests on a write of its own', async () => {
	const db = openTemporaryDatabase();
	await checkHealth(db, db.file);
	expect((await checkHealth(db, db.file)).storage).toBe('ok');
	expect(beats(db)).toEqual([{ id: 1, beat: 2 }]);
});

test('a closed database is not well', async () => {
	const db = openTemporaryDatabase();
	db.close();
	expect((await checkHealth(db, db.file)).storage).toBe('broken');
});

test('little free space is told, whether or not saving still works', async () => {
	const db = openTemporaryDatabase();
	const free = freeSpace(db.file);
	expect(await checkHealth(db, db.file, free * 2)).toEqual({ storage: 'ok', spaceIsLow: true });
	expect(await checkHealth(db, db.file, free / 2)).toEqual({ storage: 'ok', spaceIsLow: false });
});
