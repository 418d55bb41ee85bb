import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { assessment } from './schema.ts';

/**
 * The closed result that a municipality shows to everybody, or has shown: once read, it stays known (D4). Goes with its
 * round. `WITHOUT ROWID` by the migration.
 */
export const publication = sqliteTable('publication', {
	/** random, in the public address: published anew, a result has another one */
	id: text().primaryKey(),
	assessmentId: text()
		.notNull()
		.unique('publication_assessment')
		.references(() => assessment.id, { onDelete: 'cascade' }),
	/** whether search engines may list it */
	listed: integer({ mode: 'boolean' }).notNull(),
	publishedOn: text().notNull(),
	/** null while it is public */
	withdrawnOn: text()
});
