import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { insertRounds, spreadRounds } from '../../../../tests/support/rounds.ts';
import { databaseWith, order } from '../../../../tests/support/released.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { assessment, release, releaseMemory } from '#lib/server/db/schema.ts';
import { membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import { criteriaByDimension } from './criteria.ts';
import { twinOfRelease } from './synthetic-twins.ts';
import { readMemories } from './release-memory.ts';
import { buildRelease } from './release-building.ts';
import { releaseFiles } from './release-files.ts';
import { findLatestRelease, findRelease, findReleases, type Release } from './releases.ts';

// Each build starts a thread that reads the sources anew, which takes a second on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

test('D2: a release is numbered, dated and found again', async () => {
	const db = await databaseWith(34);
	expect(findLatestRelease(db)).toBeUndefined();
	const outcome = await buildRelease(db, order(db));
	expect(outcome).toMatchObject({ counts: { full: 34, short: 0 }, release: { builtOn: '2026-11-25' } });
	expect(findLatestRelease(db)).toEqual('release' in outcome && outcome.release);
	expect(findRelease(db, 1)?.content).toMatchObject({
		number: 1,
		cutoff: '2026-11-01',
		demonstration: false,
		methods: ['1.0.0'],
		instruments: [{ id: 'standort-2030', version: '1.0.0' }],
		tables: {
			full: [
				{ group: 'all', n: 30 },
				{ group: 'band:2' },
				{ group: 'band:2/kind:town' },
				{ group: 'kind:town' },
				{ group: 'state:05' }
			],
			short: []
		},
		register: expect.arrayContaining([{ group: 'all', count: 34 }])
	});
	expect(findRelease(db, 2)).toBeUndefined();
	expect(findReleases(db)).toEqual([findLatestRelease(db)]);
});

test('D2: the SHA-256 is taken over the canonical JSON, and equal data give the same', async () => {
	const one = await databaseWith(20);
	const other = await databaseWith(20);
	await buildRelease(one, order(one));
	await buildRelease(other, order(other, { today: '2026-11-26' }));
	const built = findLatestRelease(one);
	expect(built?.sha256).toBe(createHash('sha256').update(canonicalJson(built?.content)).digest('hex'));
	expect(findLatestRelease(other)?.sha256).toBe(built?.sha256);
});

test('D2: a published release can be neither changed nor deleted', async () => {
	const db = await databaseWith(20);
	await buildRelease(db, order(db));
	await expect(db.write((writer) => writer.update(release).set({ cutoff: '2026-01-01' }).run())).rejects.toThrow(
		/never/
	);
	await expect(db.write((writer) => writer.delete(release).run())).rejects.toThrow(/never/);
});

test('progress is told up to the last round', async () => {
	const db = await databaseWith(20);
	const told: string[] = [];
	await buildRelease(db, order(db, { onProgress: (done, total) => told.push(`${done}/${total}`) }));
	expect(told.at(-1)).toBe('20/20');
});

test('a second build at the same time is refused', async () => {
	const db = await databaseWith(20);
	const [first, second] = await Promise.all([buildRelease(db, order(db)), buildRelease(db, order(db))]);
	expect(first).toHaveProperty('release');
	expect(second).toEqual({ refused: 'building' });
});

test('a cut-off after today is refused', async () => {
	const db = await databaseWith(20);
	expect(await buildRelease(db, order(db, { cutoff: '2026-11-26' }))).toEqual({ refused: 'later' });
});

test('D4: with nine municipalities there is nothing to publish', async () => {
	const db = await databaseWith(9);
	expect(await buildRelease(db, order(db))).toEqual({ refused: 'tooFew' });
	expect(findLatestRelease(db)).toBeUndefined();
});

test('D1: solo checks never count', async () => {
	const db = openTemporaryDatabase();
	await insertRounds(
		db,
		spreadRounds(20).map((round) => ({ ...round, changes: { mode: 'solo' as const } }))
	);
	expect(await buildRelease(db, order(db))).toEqual({ refused: 'tooFew' });
});

test('M17: short rounds form a table of their own', async () => {
	const db = await databaseWith(12);
	const short = spreadRounds(27).slice(12);
	await insertRounds(
		db,
		short.map((round) => ({ ...round, changes: { variant: 'short' as const } }))
	);
	await buildRelease(db, order(db));
	const { full, short: shorter } = findLatestRelease(db)?.content.tables ?? {};
	expect([full?.[0]?.n, shorter?.[0]?.n]).toEqual([10, 15]);
});

test('a round that cannot be read stops the build, publishes nothing, and a repaired one goes through', async () => {
	const db = await databaseWith(20);
	const broken = eq(assessment.id, 'round-05999007');
	const before = db.read.select({ frozen: assessment.frozen }).from(assessment).where(broken).get();
	await db.write((writer) =>
		writer
			.update(assessment)
			.set({ frozen: { result: {} } })
			.where(broken)
			.run()
	);
	await expect(buildRelease(db, order(db))).rejects.toThrow('Round round-05999007 cannot be read');
	expect(findLatestRelease(db)).toBeUndefined();
	await db.write((writer) => writer.update(assessment).set({ frozen: before?.frozen }).where(broken).run());
	expect(await buildRelease(db, order(db))).toHaveProperty('release');
});

test('D4: an account that sees two municipalities is a holder', async () => {
	const db = await databaseWith(12);
	const keys = Array.from({ length: 8 }, (_, index) => `0599900${index}`);
	await db.write((writer) => {
		const now = new Date(0);
		writer
			.insert(user)
			.values({ id: 'kim', name: 'Kim', email: 'kim@example.org', createdAt: now, updatedAt: now })
			.run();
		for (const municipalityKey of keys) {
			writer.insert(participant).values({ municipalityKey, registeredOn: '2026-09-01' }).run();
			writer.insert(membership).values({ municipalityKey, userId: 'kim', role: 'observer', since: '2026-09-01' }).run();
		}
	});
	expect(await buildRelease(db, order(db))).toEqual({ refused: 'tooFew' });
});

test('neither keys nor scores of municipalities can be read in what a release leaves behind', async () => {
	const db = await databaseWith(20);
	await buildRelease(db, order(db));
	const [memory] = readMemories(db.read);
	expect(memory?.full.participants).toHaveLength(20);
	const rows = [db.read.select().from(release).get(), memory];
	expect(JSON.stringify(rows)).not.toContain('05999');
	const marks = memory?.full.participants.flatMap((one) => Object.values(one.marks)) ?? [];
	expect(marks.filter((mark) => mark === null || mark <= 5)).toEqual([]);
});

test('what a release leaves behind can be neither changed nor deleted', async () => {
	const db = await databaseWith(20);
	await buildRelease(db, order(db));
	await expect(db.write((writer) => writer.delete(releaseMemory).run())).rejects.toThrow(/never/);
	await expect(db.write((writer) => writer.update(releaseMemory).set({ memory: '' }).run())).rejects.toThrow(/never/);
});

test('D9: from 50 municipalities with a score for every criterion on, a release tells how the criteria go together', async () => {
	const ids = Object.values(criteriaByDimension()).flat();
	const rounds = (count: number) =>
		Array.from({ length: count }, (_, index) => {
			const random = mulberry32(index);
			return { index, scores: Object.fromEntries(ids.map((id) => [id, 1 + Math.round(8 * random()) / 2])) };
		});
	const [few, many] = [openTemporaryDatabase(), openTemporaryDatabase()];
	await insertRounds(few, rounds(49));
	await insertRounds(many, rounds(50));
	await buildRelease(few, order(few));
	await buildRelease(many, order(many));
	expect(findLatestRelease(few)?.content).not.toHaveProperty('associations');
	expect(findLatestRelease(many)?.content.associations?.full?.correlations).toHaveLength(153);
	expect(readMemories(many.read)[0]?.full.association).toHaveProperty('from', 0);
	expect(readMemories(few.read)[0]?.full.association).toBeUndefined();
});

test('D9: the synthetic twin of a release lies among its files, and is measured in a thread, the same each time', async () => {
	const db = await databaseWith(30);
	await buildRelease(db, order(db));
	const release = findLatestRelease(db) as Release;
	const files = await releaseFiles(release, { publisher: '', address: '' });
	const csv = new TextDecoder().decode(files.find(({ id }) => id === 'twin.csv')?.bytes);
	expect(csv.split('\r\n')).toHaveLength(32);
	expect(csv).toContain('yes,1,full,2,town,05,');
	const twin = await twinOfRelease(release);
	expect(twin.rows).toBe(30);
	expect(twin.distances.length).toBeGreaterThan(0);
	expect(await twinOfRelease({ ...release, sha256: `${release.sha256.slice(0, 8)}${'0'.repeat(56)}` })).toEqual(twin);
});
