import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Profile } from '#lib/domain/municipality/municipality.ts';
import type { AnswerValue } from '#lib/domain/answering/answer-value.ts';

/**
 * Days are text `YYYY-MM-DD` in Europe/Berlin; no exact time of an answer is stored anywhere.
 * Secrets stand here only as keyed hashes.
 */

/** Entries of the official register: municipalities, districts and associations. */
export const municipality = sqliteTable(
	'municipality',
	{
		/** AGS with 8 digits, district with 5, association with 9 */
		key: text().primaryKey(),
		name: text().notNull(),
		kind: text({ enum: ['district', 'independentCity', 'town', 'municipality', 'association'] }).notNull(),
		state: text().notNull(),
		/** key and name of the district it lies in, where it lies in one */
		districtKey: text(),
		districtName: text(),
		/** key of the association that administers it, where there is one */
		associationKey: text(),
		population: integer().notNull(),
		/** hectares, as in the register; 0 where the register gives none */
		area: integer().notNull(),
		/** date of the register file that named it last */
		registerDate: text().notNull(),
		/** the first register date without it; null while it exists */
		goneOn: text(),
		/** what it became, as the import suggests by area; null where unclear */
		successorKey: text(),
		fictitious: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		index('municipality_association').on(table.associationKey),
		index('municipality_district').on(table.districtKey)
	]
);

/** Every import of a register file, with its report. */
export const registerImport = sqliteTable('register_import', {
	id: integer().primaryKey(),
	registerDate: text().notNull(),
	importedOn: text().notNull(),
	sha256: text().notNull(),
	report: text({ mode: 'json' }).$type<Record<string, number>>().notNull()
});

/** One assessment: a solo check, or (from a round) what was closed for a municipality. */
export const assessment = sqliteTable(
	'assessment',
	{
		/** random, 128 bits, base64url */
		id: text().primaryKey(),
		mode: text({ enum: ['solo', 'confidential', 'open'] }).notNull(),
		state: text({ enum: ['open', 'closed'] }).notNull(),
		instrumentId: text().notNull(),
		instrumentVersion: text().notNull(),
		variant: text({ enum: ['full', 'short'] }).notNull(),
		/** a dimension's id where only that one is assessed */
		scope: text({ enum: ['decision', 'administration', 'budget'] }),
		profile: text({ mode: 'json' }).$type<Profile>().notNull(),
		/** the register entry of a round; null for solo checks, which never feed the comparison */
		municipalityKey: text().references(() => municipality.key),
		/** M11, M14: random, stored with the assessment, never shown */
		seed: text().notNull(),
		/** HMAC-SHA-256 of the resume code under the key outside the database; null for rounds */
		codeHash: text(),
		/** SHA-256 of the token of the read-only link; null while not shared */
		shareHash: text(),
		createdOn: text().notNull(),
		savedOn: text().notNull(),
		closedOn: text(),
		/** day on which the municipality agreed to the comparison (D1) */
		comparisonAgreedOn: text(),
		demonstration: integer({ mode: 'boolean' }).notNull().default(false),
		/**
		 * M15: inputs, results, versions and hashes as frozen at closing. It stands last, because a row's later columns
		 * are only reached through all of its bytes.
		 */
		frozen: text({ mode: 'json' }).$type<unknown>()
	},
	(table) => [
		index('assessment_code').on(table.codeHash),
		index('assessment_share').on(table.shareHash),
		index('assessment_expiry').on(table.mode, table.state, table.savedOn),
		index('assessment_municipality').on(table.municipalityKey, table.closedOn),
		index('assessment_demonstration')
			.on(table.demonstration)
			.where(sql`${table.demonstration} = 1`)
	]
);

/** The answers of a solo check: one row per item or criterion, saved as a whole under the client's revision. */
export const answer = sqliteTable(
	'answer',
	{
		assessmentId: text()
			.notNull()
			.references(() => assessment.id, { onDelete: 'cascade' }),
		/** an item's id (`D1.1`) or a criterion's (`D1`) */
		questionId: text().notNull(),
		/** counts up from 1; an older or equal one never wins (F7) */
		revision: integer().notNull(),
		value: text({ mode: 'json' }).$type<AnswerValue>().notNull(),
		/** copied from a finished check and not looked at again yet */
		toBeConfirmed: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [
		primaryKey({ columns: [table.assessmentId, table.questionId] }),
		check('answer_revision', sql`${table.revision} >= 1`)
	]
);

/** Published comparison values: numbered; triggers of the migration refuse to change or delete them (D2). */
export const release = sqliteTable('release', {
	number: integer().primaryKey(),
	cutoff: text().notNull(),
	builtOn: text().notNull(),
	/** SHA-256 over the canonical JSON of `content` */
	sha256: text().notNull(),
	content: text({ mode: 'json' }).$type<unknown>().notNull(),
	demonstration: integer({ mode: 'boolean' }).notNull().default(false)
});

/**
 * What later releases must know of a release (D7), in a table of its own that no page reads: participants and scores as
 * pseudonyms under a key outside the database, so that nobody who has left can be read here.
 */
export const releaseMemory = sqliteTable('release_memory', {
	number: integer()
		.primaryKey()
		.references(() => release.number),
	/** packed: so large that the thread that answers people must not be the one that writes it down */
	memory: text().notNull()
});

/** Releases that were taken back: hidden from readers, but still counted by D7. */
export const releaseRetraction = sqliteTable('release_retraction', {
	number: integer()
		.primaryKey()
		.references(() => release.number),
	/** told in public */
	reason: text().notNull(),
	retractedOn: text().notNull()
});

/** One row that `/health` writes, to show that a commit has been synced. */
export const heartbeat = sqliteTable('heartbeat', {
	id: integer().primaryKey(),
	beat: integer().notNull()
});

/** One row: the last day on which expired checks were looked for, to notice a clock that jumps. */
export const expiryRun = sqliteTable('expiry_run', {
	id: integer().primaryKey(),
	day: text().notNull()
});
