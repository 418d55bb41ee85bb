import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { databaseWith, order } from '../../../../tests/support/released.ts';
import { insertRounds, spreadRounds } from '../../../../tests/support/rounds.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { StartRefusal } from '#lib/server/db/start-refusal.ts';
import { buildRelease, composeNext } from './release-building.ts';
import { findLatestRelease, findRelease, findReleases, retractRelease } from './releases.ts';

// Each build starts a thread that reads the sources anew, which takes a second on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe('D7: the next release', () => {
	const rounds = (from: number, count: number) =>
		spreadRounds(from + count)
			.slice(from)
			.map((round) => ({ ...round, changes: { comparisonAgreedOn: '2026-11-05' } }));
	const later = { cutoff: '2026-11-20' };

	test('carries over what has changed by one, with the number of the release it comes from', async () => {
		const db = await databaseWith(30);
		await buildRelease(db, order(db));
		await insertRounds(db, rounds(30, 1));
		await buildRelease(db, order(db, later));
		const [second, first] = findReleases(db).map(({ content }) => content.tables.full[0]);
		expect(second?.cells.decision).toEqual({ ...first?.cells.decision, carriedFrom: 1 });
		expect(second?.n).toBe(30);
	});

	test('renews what has changed by five', async () => {
		const db = await databaseWith(30);
		await buildRelease(db, order(db));
		await insertRounds(db, rounds(30, 5));
		await buildRelease(db, order(db, later));
		const { content } = findLatestRelease(db) ?? {};
		expect(content).toHaveProperty('number', 2);
		expect(content?.tables.full[0]).toMatchObject({ group: 'all', n: 35 });
		expect(content?.tables.full[0]?.cells.decision).not.toHaveProperty('carriedFrom');
	});

	test('sees no change in a municipality that has become another entry of the register', async () => {
		const db = await databaseWith(30);
		await buildRelease(db, order(db));
		await insertRounds(db, rounds(30, 1));
		const moved = ['05999001', '05999002', '05999003', '05999004'];
		await db.write((writer) => {
			for (const key of moved) {
				const place = writer.select().from(municipality).where(eq(municipality.key, key)).get();
				const into = `05888${key.slice(5)}`;
				if (place)
					writer
						.insert(municipality)
						.values({ ...place, key: into })
						.run();
				writer.update(assessment).set({ municipalityKey: into }).where(eq(assessment.municipalityKey, key)).run();
			}
		});
		await buildRelease(db, order(db, later));
		expect(findLatestRelease(db)?.content.tables.full[0]?.cells.decision).toHaveProperty('carriedFrom', 1);
	});

	test('still counts a release that was taken back', async () => {
		const db = await databaseWith(30);
		await buildRelease(db, order(db));
		expect(await retractRelease(db, 1, 'Ein Fehler', '2026-11-10')).toBe(true);
		expect(findLatestRelease(db)).toBeUndefined();
		expect(findRelease(db, 1)).toHaveProperty('retraction', { reason: 'Ein Fehler', retractedOn: '2026-11-10' });
		await insertRounds(db, rounds(30, 1));
		await buildRelease(db, order(db, later));
		expect(findLatestRelease(db)?.content.tables.full[0]?.cells.decision).toHaveProperty('carriedFrom', 1);
	});

	test('is not built with an earlier cut-off', async () => {
		const db = await databaseWith(20);
		await buildRelease(db, order(db));
		expect(await buildRelease(db, order(db, { cutoff: '2026-10-31' }))).toEqual({ refused: 'earlier' });
	});

	test('is not built with another key, since nobody could tell who changed', async () => {
		const db = await databaseWith(20);
		await buildRelease(db, order(db));
		const key = join(order(db).keyFolder, 'releases.key');
		rmSync(key);
		await expect(buildRelease(db, order(db, later))).rejects.toThrow(StartRefusal);
		writeFileSync(key, 'k'.repeat(32));
		expect(await buildRelease(db, order(db, later))).toEqual({ refused: 'keyDiffers' });
	});

	test('is published only as it was looked at', async () => {
		const db = await databaseWith(20);
		const seen = await composeNext(db, order(db));
		const sha256 = 'sha256' in seen ? seen.sha256 : '';
		expect(findLatestRelease(db)).toBeUndefined();
		await insertRounds(db, spreadRounds(40).slice(20));
		expect(await buildRelease(db, order(db), sha256)).toEqual({ refused: 'changed' });
		const anew = await composeNext(db, order(db));
		expect(await buildRelease(db, order(db), 'sha256' in anew ? anew.sha256 : '')).toHaveProperty('release');
	});
});
