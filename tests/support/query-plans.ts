import Database from 'better-sqlite3';
import { expect, vi } from 'vitest';

/** Tables that grow with every person who answers: no statement of the program may read them as a whole. */
export const GROWING = ['answer', 'response', 'response_answer'];
/** Deep enough to see through the query builder. */
const FRAMES = 30;

/** Statements of the program, each with where it is prepared, that have not been looked at yet. */
const fresh = new Map<string, string>();
const seen = new Set<string>();

const prepare = Database.prototype.prepare;
Object.assign(Database.prototype, {
	prepare(this: Database.Database, text: string) {
		if (!seen.has(text)) noteStatement(text);
		return prepare.call(this, text);
	}
});

/** Takes note of a statement if the program prepares it, and not the test. */
function noteStatement(text: string) {
	const before = Error.stackTraceLimit;
	Error.stackTraceLimit = FRAMES;
	const stack = new Error().stack ?? '';
	Error.stackTraceLimit = before;
	const ours = stack
		.split('\n')
		.filter((line) => /\/(src|tests|tools|bench)\//.test(line) && !/node_modules/.test(line));
	const nearest = ours.find((line) => !line.includes('support/query-plans'));
	if (!nearest || !/\/src\/lib\/server\//.test(nearest) || nearest.includes('.test.ts')) return;
	seen.add(text);
	fresh.set(text, nearest.trim());
}

/** How SQLite would carry out a statement: steps like `SEARCH answer USING PRIMARY KEY (assessment_id=?)`. */
function planOf(client: Database.Database, text: string): string[] {
	const unbound = Array.from(text.matchAll(/\?/g), () => null);
	const steps = prepare.call(client, `EXPLAIN QUERY PLAN ${text}`).all(unbound) as { detail: string }[];
	return steps.map(({ detail }) => detail);
}

/**
 * Expects that none of the statements that the program has prepared since the last call reads all answers or all
 * responses. Every test with a temporary database calls it at its end, so that no query can be forgotten.
 */
export function expectNoScans(file: string): void {
	const client = new Database(file, { readonly: true });
	const scan = new RegExp(`^SCAN (${GROWING.join('|')})\\b`);
	const scans = [...fresh]
		.filter(([text]) => /^\s*(select|insert|update|delete|with|replace)\b/i.test(text))
		.flatMap(([text, where]) => {
			const steps = planOf(client, text).filter((step) => scan.test(step));
			return steps.map((step) => ({ step, text, where }));
		});
	fresh.clear();
	client.close();
	expect(scans).toEqual([]);
}

/** Listens to the statements that are prepared from now on; `plans` tells how SQLite would carry them out on a file. */
export function recordStatements() {
	const prepared = vi.spyOn(Database.prototype, 'prepare');
	return {
		plans(file: string): string[] {
			const statements = new Set(prepared.mock.calls.map(([text]) => text));
			prepared.mockRestore();
			const client = new Database(file, { readonly: true });
			const steps = [...statements].flatMap((text) => planOf(client, text));
			client.close();
			return steps;
		}
	};
}
