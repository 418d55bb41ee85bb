import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { user } from './schema-accounts.ts';
import { release } from './schema.ts';

/** The microdata file of a release (D9): one, the same for everybody who may have it. Never changed, like the release. */
export const releaseMicrodata = sqliteTable('release_microdata', {
	number: integer()
		.primaryKey()
		.references(() => release.number),
	/** packed: bands, kinds and rounded scores, without names and pseudonyms */
	file: text().notNull(),
	/** JSON of what the operator is told about it */
	overview: text().notNull()
});

/** Somebody asks for the microdata of a release. Goes with the account, or when it has been kept long enough (D16). */
export const microdataRequest = sqliteTable(
	'microdata_request',
	{
		id: text().primaryKey(),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		number: integer()
			.notNull()
			.references(() => release.number),
		institution: text().notNull(),
		purpose: text().notNull(),
		/** the last day on which the file may be downloaded and used */
		until: text().notNull(),
		requestedOn: text().notNull(),
		/** null until an operator has decided */
		approved: integer({ mode: 'boolean' }),
		decidedOn: text(),
		/** told to whoever asked */
		reason: text(),
		/** null until the terms are accepted */
		acceptedOn: text()
	},
	(table) => [index('microdata_request_user').on(table.userId)]
);

/** The log of downloads, by day, with what was downloaded. */
export const microdataDownload = sqliteTable(
	'microdata_download',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		requestId: text()
			.notNull()
			.references(() => microdataRequest.id, { onDelete: 'cascade' }),
		day: text().notNull(),
		/** of the file that was handed out; null for those from before it was noted */
		sha256: text()
	},
	(table) => [index('microdata_download_request').on(table.requestId)]
);
