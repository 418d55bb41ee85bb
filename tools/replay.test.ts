import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { FrozenSolo } from '#lib/domain/result/frozen.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { saveAnswers } from '#lib/server/checks/answers.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { finishCheck } from '#lib/server/checks/finishing.ts';
import { temporaryFolder } from '../tests/support/folder.ts';
import { storeCheck } from '../tests/support/stored-check.ts';
import { openTemporaryDatabase } from '../tests/support/temporary-database.ts';

/** Runs the command beside the open database, as beside a running service. */
async function replay(file: string, ...args: string[]) {
	const env = { ...process.env, DATABASE_FILE: file };
	const child = spawn(process.execPath, ['tools/replay.ts', ...args], { env });
	const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
	return { status: child.exitCode, stdout, stderr };
}

async function finishedCheck(db: Db, change?: (frozen: FrozenSolo) => void): Promise<string> {
	const id = await storeCheck(db);
	const answers = ['D1.1', 'D1.2'].map((questionId) => ({ questionId, revision: 1, value: { rating: 3 as const } }));
	await saveAnswers(db, id, answers, '2026-11-25');
	await finishCheck(db, id, currentInstrument(), '2026-11-25');
	const row = db.read.select({ frozen: assessment.frozen }).from(assessment).where(eq(assessment.id, id)).get();
	const frozen = FrozenSolo.parse(row?.frozen);
	change?.(frozen);
	await db.write((writer) => writer.update(assessment).set({ frozen }).where(eq(assessment.id, id)).run());
	return id;
}

describe('the command that calculates closed assessments again', { timeout: 30_000 }, () => {
	test('says how many are equal, beside the running service', async () => {
		const db = openTemporaryDatabase();
		await finishedCheck(db);
		await finishedCheck(db);
		await storeCheck(db);
		const { status, stdout, stderr } = await replay(db.file);
		expect({ status, stdout, stderr }).toMatchObject({ status: 0, stderr: '' });
		expect(stdout).toMatch(/recomputed: 2\n.*equal: 2\n.*not equal: 0\n$/);
	});

	test('reports what differs with id, path and both values, and fails', async () => {
		const db = openTemporaryDatabase();
		await finishedCheck(db);
		const id = await finishedCheck(db, ({ result }) => void Object.assign(result.criteria.D1 ?? {}, { score: 4.5 }));
		const { status, stdout } = await replay(db.file);
		expect(status).toBe(1);
		expect(stdout).toContain(
			`${id}\n  result.criteria.D1.score: gespeichert · stored 4.5, nachgerechnet · recomputed 3\n`
		);
		expect(stdout).toMatch(/ equal: 1\n.*not equal: 1\n$/);
	});

	test('tells in plain words why a result is not proven', async () => {
		const db = openTemporaryDatabase();
		const sentences: [(frozen: FrozenSolo) => void, string][] = [
			[({ instrument }) => void (instrument.version = '7.0.0'), 'does not know the questionnaire standort-2030 7.0.0.'],
			[
				({ instrument }) => void (instrument.sha256 = 'f'.repeat(64)),
				'of version 1.0.0 are not those of then (SHA-256).'
			],
			[(frozen) => void (frozen.method = '0.9.0'), 'by version 0.9.0 of the rules, this program has 1.0.0.'],
			[({ result }) => void Object.assign(result, { overall: 'high' }), 'What is stored cannot be read.']
		];
		const expected = new Map<string, string>();
		for (const [change, sentence] of sentences) expected.set(await finishedCheck(db, change), sentence);
		const { status, stdout } = await replay(db.file);
		expect(status).toBe(1);
		const [summary, ...reports] = stdout
			.split(/^(?=\S)/m)
			.filter((part) => !/equal: /.test(part))
			.reverse();
		expect(summary).toContain('recomputed: 4');
		expect(reports).toHaveLength(4);
		for (const report of reports) expect(report).toContain(expected.get(report.split('\n')[0] ?? ''));
	});

	test('without a database it says that nothing could be recomputed', async () => {
		const { status, stderr } = await replay(join(temporaryFolder(), 'none.db'));
		expect(status).toBe(2);
		expect(stderr).toContain('Recomputing was not possible.');
	});
});
