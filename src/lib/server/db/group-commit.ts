import type Database from 'better-sqlite3';
import { StorageBroken, storageError } from './storage-error.ts';

interface Job {
	run(): unknown;
	resolve(value: unknown): void;
	reject(reason: unknown): void;
}

type Settle = () => void;

/**
 * Queues jobs and runs all that wait at one moment in one transaction, each in a savepoint of its own, so that a
 * hundred people who save at once share one sync. A job that throws rolls back alone. Nothing is settled before the
 * commit has been synced; when the commit fails, every job of the group is rejected. After a failed disk no more
 * job is taken: what a failed sync has left on the disk is known only after a restart.
 * @param committed called after each group; the next one waits for the promise that it may return
 */
export function groupCommit(client: Database.Database, committed: () => Promise<void> | undefined) {
	const [begin, commit, rollback, savepoint, release, undo] = [
		'BEGIN IMMEDIATE',
		'COMMIT',
		'ROLLBACK',
		'SAVEPOINT job',
		'RELEASE job',
		'ROLLBACK TO job'
	].map((statement) => client.prepare(statement)) as Statements;
	let waiting: Job[] = [];
	let stopped: StorageBroken | undefined;
	let isPaused = false;

	function runAlone(job: Job): Settle {
		savepoint.run();
		try {
			const value = job.run();
			if (value instanceof Promise) throw new TypeError('A write job must not be asynchronous');
			release.run();
			return () => job.resolve(value);
		} catch (error) {
			const reason = storageError(error);
			// SQLite itself gives up the whole transaction when memory or disk fail.
			if (reason instanceof StorageBroken || !client.inTransaction) throw reason;
			undo.run();
			release.run();
			return () => job.reject(reason);
		}
	}

	function runGroup(jobs: Job[]): Settle[] {
		try {
			begin.run();
			const settled = jobs.map(runAlone);
			commit.run();
			return settled;
		} catch (error) {
			const reason = storageError(error);
			if (reason instanceof StorageBroken) stop(reason);
			if (client.inTransaction) rollback.run();
			return jobs.map((job) => () => job.reject(reason));
		}
	}

	/** Runs what waits now, without waiting for the turn of the event loop. */
	function flush() {
		const jobs = waiting;
		waiting = [];
		if (jobs.length === 0 || stopped) return jobs.forEach((job) => job.reject(stopped));
		runGroup(jobs).forEach((settle) => settle());
		const pause = stopped ? undefined : committed();
		if (pause) void resumeAfter(pause);
	}

	async function resumeAfter(pause: Promise<void>) {
		isPaused = true;
		await pause;
		isPaused = false;
		flush();
	}

	function write<T>(run: () => T): Promise<T> {
		if (stopped) return Promise.reject(stopped);
		if (waiting.length === 0 && !isPaused) setImmediate(flush);
		return new Promise<T>((resolve, reject) => {
			waiting.push({ run, resolve: resolve as Job['resolve'], reject });
		});
	}

	/** Takes no more jobs; those that wait are rejected too. */
	function stop(reason: StorageBroken) {
		stopped ??= reason;
	}

	return { write, flush, stop, stopped: () => stopped !== undefined };
}

type Statement = Database.Statement<[]>;
type Statements = [Statement, Statement, Statement, Statement, Statement, Statement];
