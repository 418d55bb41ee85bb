/**
 * The process that the fault tests kill, starve and stop: the door with the answers, as the service has them.
 * It carries out what its parent asks through messages, many at once, and answers each under its number.
 */
import type Database from 'better-sqlite3';
import { answer, assessment } from '#lib/server/db/schema.ts';
import { saveAnswers, type AnswerChange } from '#lib/server/checks/answers.ts';
import { openDatabase, type Db, type Writer } from '#lib/server/db/open.ts';
import { checkHealth } from '#lib/server/health.ts';

let db: Db | undefined;
let file = '';

function door(): Db {
	if (!db) throw new Error('not open');
	return db;
}

/** Everything the parent can ask for. */
export const tasks = {
	open(path: string) {
		file = path;
		db = openDatabase(path);
	},
	createChecks(ids: string[]) {
		const check = {
			mode: 'solo',
			state: 'open',
			instrumentId: 'standort-2030',
			instrumentVersion: '1.0.0',
			variant: 'full',
			profile: { source: 'trial', asked: {} },
			seed: '1',
			createdOn: '2026-11-25',
			savedOn: '2026-11-25'
		} as const;
		return Promise.all(
			ids.map((id) =>
				door().write(
					(writer) =>
						writer
							.insert(assessment)
							.values({ ...check, id })
							.run().changes
				)
			)
		);
	},
	save: (assessmentId: string, changes: AnswerChange[]) => saveAnswers(door(), assessmentId, changes, '2026-11-25'),
	/** all stored answers, and what SQLite finds wrong with the file */
	inspect: () => ({
		rows: door().read.select().from(answer).all(),
		faults: [
			...door().read.all<{ integrity_check: string }>('PRAGMA integrity_check'),
			...door().read.all<object>('PRAGMA foreign_key_check')
		].filter((row) => !('integrity_check' in row && row.integrity_check === 'ok'))
	}),
	health: () => checkHealth(door(), file),
	/** with `NORMAL` the log is synced at checkpoints only, which the door refuses and a test has to detect */
	async synchronous(level: 'FULL' | 'NORMAL') {
		const writer = (await door().write((each) => each)) as Writer & { $client: Database.Database };
		writer.$client.pragma(`synchronous = ${level}`);
	},
	/** a statement of SQLite on the writer's connection, to prepare a situation */
	pragma: (statement: string) => door().write((writer) => writer.all(statement))
};

export type Tasks = typeof tasks;

interface Request {
	number: number;
	task: keyof Tasks;
	args: never[];
}

process.on('message', async ({ number, task, args }: Request) => {
	try {
		const value = await (tasks[task] as (...args: never[]) => unknown)(...args);
		process.send?.({ number, value });
	} catch (error) {
		const { name, message } = error instanceof Error ? error : new Error(String(error));
		process.send?.({ number, error: { name, message } });
	}
});

process.on('SIGTERM', () => {
	db?.close();
	// The answers to what was just carried out leave before the channel closes.
	setImmediate(() => process.disconnect());
});
process.send?.({ standingBy: true });
