import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { insertRounds, spreadRounds } from '../../../../tests/support/rounds.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { findReleaseJob, startPreview, startPublishing } from './release-jobs.ts';
import { findLatestRelease } from './releases.ts';

// Each build starts a thread that reads the sources anew, which takes a second on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

async function databaseWith(count: number) {
	const db = openTemporaryDatabase();
	await insertRounds(db, spreadRounds(count));
	const keyFolder = join(dirname(db.file), 'keys');
	return { db, order: { file: db.file, keyFolder, cutoff: '2026-11-01', today: '2026-11-25', demonstration: false } };
}

test('a preview publishes nothing; what was looked at is published by its SHA-256', async () => {
	const { db, order } = await databaseWith(30);
	expect(findReleaseJob(db)).toBeUndefined();
	const looking = startPreview(db, order);
	expect(findReleaseJob(db)).toMatchObject({ state: 'running', publishing: false });
	await looking;
	const job = findReleaseJob(db);
	expect(job).toMatchObject({ state: 'ready', preview: { counts: { full: 30 }, content: { number: 1 } } });
	expect(findLatestRelease(db)).toBeUndefined();
	await startPublishing(db, order, job?.state === 'ready' ? job.preview.sha256 : '');
	expect(findReleaseJob(db)).toMatchObject({ state: 'published', number: 1 });
	expect(findLatestRelease(db)?.content.number).toBe(1);
});

test('while one is being built, no other is begun', async () => {
	const { db, order } = await databaseWith(12);
	const looking = startPreview(db, order);
	expect(startPreview(db, order)).toBe(false);
	expect(startPublishing(db, order, '')).toBe(false);
	await looking;
});

test('what nobody has looked at is not published, and too few are told as such', async () => {
	const { db, order } = await databaseWith(12);
	await startPublishing(db, order, 'f'.repeat(64));
	expect(findReleaseJob(db)).toMatchObject({ state: 'refused', refused: 'changed' });
	const few = await databaseWith(9);
	await startPreview(few.db, few.order);
	expect(findReleaseJob(few.db)).toMatchObject({ state: 'refused', refused: 'tooFew' });
});

test('what is prepared after publishing gets the release; publishing neither waits for it nor fails with it', async () => {
	const { db, order } = await databaseWith(12);
	await startPreview(db, order);
	const job = findReleaseJob(db);
	const prepared: number[] = [];
	const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	const failing = Promise.withResolvers<never>();
	await startPublishing(db, order, job?.state === 'ready' ? job.preview.sha256 : '', ({ content }) => {
		prepared.push(content.number);
		return failing.promise;
	});
	expect(prepared).toEqual([1]);
	expect(findReleaseJob(db)).toMatchObject({ state: 'published', number: 1 });
	failing.reject(new Error('no thread'));
	await vi.waitFor(() => expect(logged).toHaveBeenCalledOnce());
	expect(findReleaseJob(db)).toMatchObject({ state: 'published', number: 1 });
	logged.mockRestore();
});
