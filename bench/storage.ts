import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import Database from 'better-sqlite3';
import { saveAnswers } from '#lib/server/checks/answers.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { answer } from '#lib/server/db/schema.ts';
import { storeCheck } from '../tests/support/stored-check.ts';
import type { Figure, Section } from './figure.ts';

const CALLERS = 64;
/** The kinds take turns, because neighbours change how fast the disk syncs from one second to the next. */
const ROUNDS = 6;
const TURN_MILLISECONDS = 1000;

const value = { rating: 3, evidence: 1, comment: 'Beschluss vom 12. Mai, jährlicher Bericht' } as const;
const UPSERT = `INSERT INTO answer VALUES (?, ?, ?, ?, 0)
	ON CONFLICT DO UPDATE SET revision = excluded.revision, value = excluded.value, to_be_confirmed = 0`;

/** The same statement through the door. */
const upsert = prepared((connection) =>
	connection
		.insert(answer)
		.values({
			assessmentId: sql.placeholder('id'),
			questionId: 'D1.1',
			revision: sql.placeholder('revision'),
			value,
			toBeConfirmed: false
		})
		.onConflictDoUpdate({
			target: [answer.assessmentId, answer.questionId],
			set: { revision: sql`excluded.revision`, value: sql`excluded.value`, toBeConfirmed: false }
		})
		.prepare()
);

/** Counts for one turn what `once` gets done, `callers` of them at the same time; resolves with a number per second. */
async function perSecond(callers: number, once: (caller: number) => unknown): Promise<number> {
	const start = performance.now();
	let count = 0;
	const call = async (caller: number) => {
		while (performance.now() - start < TURN_MILLISECONDS) {
			await once(caller);
			count += 1;
		}
	};
	await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)));
	return (count * 1000) / (performance.now() - start);
}

/** Durable jobs and saves a second through the door, and single commits beside them. */
export async function measureDoor(db: Db, file: string, ids: string[]) {
	const single = new Database(file, { timeout: 5000 });
	single.pragma('synchronous = FULL');
	const statement = single.prepare(UPSERT);
	let revision = 0;
	const kinds = {
		single: () => perSecond(1, () => statement.run(ids[0], 'D1.1', ++revision, JSON.stringify(value))),
		job: () =>
			perSecond(CALLERS, (caller) => {
				const job = { id: ids[caller], revision: ++revision };
				return db.write((writer) => upsert(writer).run(job));
			}),
		save: () =>
			perSecond(CALLERS, (caller) =>
				saveAnswers(db, ids[caller] ?? '', [{ questionId: 'D1.1', revision: ++revision, value }], '2026-11-25')
			)
	};
	const sums = { single: 0, job: 0, save: 0 };
	for (let round = 0; round < ROUNDS; round++) {
		for (const kind of ['single', 'job', 'save'] as const) sums[kind] += await kinds[kind]();
	}
	single.close();
	return { single: sums.single / ROUNDS, job: sums.job / ROUNDS, save: sums.save / ROUNDS };
}

async function run(): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'standort-bench-'));
	const file = join(folder, 'bench.db');
	const db = openDatabase(file);
	const ids = await Promise.all(Array.from({ length: CALLERS }, () => storeCheck(db)));
	const { single, job, save } = await measureDoor(db, file, ids);
	db.close();
	rmSync(folder, { recursive: true });
	return [
		{ what: 'single commits, one upsert each', value: single, unit: '/s' },
		{ what: `the same upsert as a job, ${CALLERS} callers`, value: job, unit: '/s' },
		{
			what: 'jobs against single commits',
			value: job / single,
			unit: '×',
			bar: { better: 'higher', limit: 3, stretch: 10 }
		},
		{
			what: `saves (4 statements each), ${CALLERS} callers`,
			value: save,
			unit: '/s',
			beside: `${(save / single).toFixed(1)} × single commits`
		}
	];
}

export const storage: Section = {
	name: 'storage',
	title: 'Durable writes through the door',
	method: `Every commit is synced (WAL, synchronous FULL). Single commits are one prepared upsert at a time on the same file, without the door. The kinds take turns of ${TURN_MILLISECONDS / 1000} s, ${ROUNDS} each.`,
	run
};
