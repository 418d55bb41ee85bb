import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { EVIDENCE_KINDS, FILE_TYPES } from '#lib/domain/evidence/evidence.ts';
import { user } from './schema-accounts.ts';
import { assessment } from './schema.ts';

/**
 * Evidence of a round, item by item (D15). It goes with the round; the content of a file lies under its id in the folder
 * beside the database. `WITHOUT ROWID` by the migration.
 */
export const evidence = sqliteTable(
	'evidence',
	{
		/** random, 128 bits; also the name of the file */
		id: text().primaryKey(),
		assessmentId: text()
			.notNull()
			.references(() => assessment.id, { onDelete: 'cascade' }),
		itemId: text().notNull(),
		kind: text({ enum: EVIDENCE_KINDS }).notNull(),
		title: text().notNull(),
		/** day of the document */
		date: text(),
		/** where in it to look */
		page: text().notNull(),
		/** address or text, by the kind; empty for a file */
		content: text().notNull(),
		/** of a file, as its content tells */
		fileType: text({ enum: FILE_TYPES }),
		bytes: integer().notNull().default(0),
		addedBy: text().references(() => user.id, { onDelete: 'set null' }),
		addedOn: text().notNull(),
		/** random, made anew with each release, so that a withdrawn one is told from a later one; null where none holds */
		release: text(),
		releasedOn: text()
	},
	(table) => [
		index('evidence_round').on(table.assessmentId),
		index('evidence_added_by').on(table.addedBy),
		check('evidence_file', sql`(${table.kind} = 'file') = (${table.fileType} IS NOT NULL)`),
		check('evidence_release', sql`(${table.release} IS NULL) = (${table.releasedOn} IS NULL)`)
	]
);
