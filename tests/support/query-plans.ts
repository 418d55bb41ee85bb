import Database from 'better-sqlite3';
import { vi } from 'vitest';

/** Listens to the statements that are prepared from now on; `plans` tells how SQLite would carry them out on a file. */
export function recordStatements() {
	const prepare = vi.spyOn(Database.prototype, 'prepare');
	return {
		/** one line per step and statement, like `SEARCH answer USING PRIMARY KEY (assessment_id=?)` */
		plans(file: string): string[] {
			const statements = new Set(prepare.mock.calls.map(([text]) => text));
			prepare.mockRestore();
			const client = new Database(file, { readonly: true });
			const steps = [...statements].flatMap((text) => {
				const unbound = Array.from(text.matchAll(/\?/g), () => null);
				return client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`).all(unbound);
			});
			client.close();
			return steps.map(({ detail }) => detail);
		}
	};
}
