import type Database from 'better-sqlite3';
import { StorageBroken, storageError } from './storage-error.ts';

/** What ends all writing, and whether it has ended. */
interface Stop {
	stop(reason: StorageBroken): void;
	stopped(): boolean;
}

const RUNNING = ['run', 'get', 'all'] as const;

/**
 * The writer's connection for whatever writes statement by statement, past the queue. A full or failing disk is told by
 * the same errors as there; after a failed one no statement is carried out any more (F4).
 */
export function guardStatements(client: Database.Database, queue: Stop): Database.Database {
	function guarded<Result>(run: () => Result): Result {
		if (queue.stopped()) throw new StorageBroken('The disk failed, or the database is closed');
		try {
			return run();
		} catch (error) {
			const reason = storageError(error);
			if (reason instanceof StorageBroken) queue.stop(reason);
			throw reason;
		}
	}

	function prepare(text: string): Database.Statement {
		const statement = guarded(() => client.prepare(text));
		for (const name of RUNNING) {
			const original = statement[name].bind(statement);
			Object.defineProperty(statement, name, { value: (...values: unknown[]) => guarded(() => original(...values)) });
		}
		return statement;
	}

	return new Proxy(client, {
		get(target, name) {
			if (name === 'prepare') return prepare;
			const value: unknown = Reflect.get(target, name, target);
			return typeof value === 'function' ? value.bind(target) : value;
		}
	});
}
