/** Parts of a JSON column, taken out by SQLite, so that large values need not be read whole. */
import { sql, type Column, type SQL } from 'drizzle-orm';

/**
 * The values at two or more paths (`$.result.overall`), in their order; null where there is nothing.
 * A column that holds no JSON at all makes the statement fail.
 */
export function jsonParts(column: Column, paths: readonly [string, string, ...string[]]): SQL<unknown[]> {
	const list = sql.join(
		paths.map((path) => sql`${path}`),
		sql`, `
	);
	return sql<unknown[]>`json_extract(${column}, ${list})`.mapWith((text: string): unknown[] => JSON.parse(text));
}
