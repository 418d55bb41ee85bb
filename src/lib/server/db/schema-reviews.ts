import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { OPENED_HOW, RECOMMENDATION_STATES, SIDES, type BlindLevel } from '#lib/domain/review/review.ts';
import { user } from './schema-accounts.ts';
import { action } from './schema-rounds.ts';
import { assessment } from './schema.ts';

/**
 * Reviews by consultants (D15). Everything hangs on the grant of one closed round and goes with the round; days only.
 * What is keyed by item or criterion is `WITHOUT ROWID` by the migration.
 */

/** An organisation that reviews. It stays as long as a grant names it. */
export const consultancy = sqliteTable('consultancy', {
	/** random */
	id: text().primaryKey(),
	name: text().notNull(),
	registeredOn: text().notNull()
});

const ofConsultancy = () =>
	text()
		.notNull()
		.references(() => consultancy.id, { onDelete: 'cascade' });
const somebody = () => text().references(() => user.id, { onDelete: 'set null' });

/** Who belongs to it: an account reviews for one organisation. */
export const consultant = sqliteTable(
	'consultant',
	{
		userId: text()
			.primaryKey()
			.references(() => user.id, { onDelete: 'cascade' }),
		consultancyId: ofConsultancy(),
		joinedOn: text().notNull()
	},
	(table) => [index('consultant_consultancy').on(table.consultancyId)]
);

/** An invitation to join it, by a link that is stored hashed. */
export const consultancyInvitation = sqliteTable(
	'consultancy_invitation',
	{
		id: text().primaryKey(),
		consultancyId: ofConsultancy(),
		email: text().notNull(),
		tokenHash: text().notNull().unique(),
		expiresOn: text().notNull()
	},
	(table) => [index('consultancy_invitation_consultancy').on(table.consultancyId)]
);

/** D15: what a municipality lets a consultant see of one closed round, and until when. */
export const reviewGrant = sqliteTable(
	'review_grant',
	{
		/** random, 128 bits */
		id: text().primaryKey(),
		assessmentId: text()
			.notNull()
			.references(() => assessment.id, { onDelete: 'cascade' }),
		consultancyId: text()
			.notNull()
			.references(() => consultancy.id),
		/** null where the account is gone */
		consultantId: somebody(),
		/** a colleague named by whoever holds it */
		standInId: somebody(),
		includesReasons: integer({ mode: 'boolean' }).notNull(),
		includesEvidence: integer({ mode: 'boolean' }).notNull(),
		/** the last day on which it holds */
		endsOn: text().notNull(),
		grantedBy: somebody(),
		grantedOn: text().notNull(),
		revokedOn: text()
	},
	(table) => [
		index('review_grant_round').on(table.assessmentId),
		index('review_grant_consultancy').on(table.consultancyId),
		index('review_grant_consultant').on(table.consultantId),
		index('review_grant_stand_in').on(table.standInId)
	]
);

const ofGrant = () =>
	text()
		.notNull()
		.references(() => reviewGrant.id, { onDelete: 'cascade' });

/** D15: what was opened, by whom and on which day, for the municipality to read; kept as long as its log. */
export const grantOpening = sqliteTable(
	'grant_opening',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		grantId: ofGrant(),
		userId: somebody(),
		/** a part of the review, a criterion, or a piece of evidence */
		what: text().notNull(),
		day: text().notNull(),
		/** how often on that day */
		count: integer().notNull()
	},
	(table) => [uniqueIndex('grant_opening_once').on(table.grantId, table.userId, table.what, table.day)]
);

/** The consultant's own level of an item, from the evidence. */
export const blindRating = sqliteTable(
	'blind_rating',
	{
		grantId: ofGrant(),
		itemId: text().notNull(),
		level: text({ mode: 'json' }).$type<BlindLevel>().notNull(),
		reason: text().notNull(),
		/** counts up from 1; whoever saves over an older one is told (409) */
		revision: integer().notNull()
	},
	(table) => [primaryKey({ columns: [table.grantId, table.itemId] })]
);

/** What stood before a change that was made with the municipality's level in sight; never deleted or overwritten. */
export const ratingChange = sqliteTable(
	'rating_change',
	{
		grantId: ofGrant(),
		itemId: text().notNull(),
		/** the revision that the change led to */
		revision: integer().notNull(),
		/** null where there was none */
		level: text({ mode: 'json' }).$type<BlindLevel | null>(),
		reason: text().notNull(),
		day: text().notNull(),
		userId: somebody()
	},
	(table) => [primaryKey({ columns: [table.grantId, table.itemId, table.revision] })]
);

/** From when on the municipality's levels of a criterion are served; never taken back. */
export const criterionOpening = sqliteTable(
	'criterion_opening',
	{
		grantId: ofGrant(),
		criterionId: text().notNull(),
		how: text({ enum: OPENED_HOW }).notNull(),
		day: text().notNull(),
		userId: somebody()
	},
	(table) => [primaryKey({ columns: [table.grantId, table.criterionId] })]
);

/** Questions and answers on an item, by both sides. */
export const reviewPost = sqliteTable(
	'review_post',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		grantId: ofGrant(),
		itemId: text().notNull(),
		side: text({ enum: SIDES }).notNull(),
		userId: somebody(),
		text: text().notNull(),
		day: text().notNull()
	},
	(table) => [index('review_post_item').on(table.grantId, table.itemId)]
);

/** An action that the consultant proposes, and what the municipality made of it. */
export const recommendation = sqliteTable(
	'recommendation',
	{
		/** random */
		id: text().primaryKey(),
		grantId: ofGrant(),
		/** the item or criterion it is about; null where it is about the whole */
		itemId: text(),
		title: text().notNull(),
		text: text().notNull(),
		state: text({ enum: RECOMMENDATION_STATES }).notNull().default('proposed'),
		/** why it was declined */
		reason: text().notNull().default(''),
		/** what it became in the plan; null where that was deleted */
		actionId: text().references(() => action.id, { onDelete: 'set null' }),
		/** counts up from 1; whoever saves over an older one is told (409) */
		revision: integer().notNull().default(1)
	},
	(table) => [
		index('recommendation_grant').on(table.grantId),
		index('recommendation_action').on(table.actionId),
		check('recommendation_reason', sql`${table.reason} = '' OR ${table.state} = 'declined'`)
	]
);

/** A review that was handed in, which freezes it, and the municipality's answer. */
export const review = sqliteTable('review', {
	grantId: text()
		.primaryKey()
		.references(() => reviewGrant.id, { onDelete: 'cascade' }),
	summary: text().notNull(),
	handedInOn: text().notNull(),
	handedInBy: somebody(),
	answer: text(),
	answeredOn: text(),
	answeredBy: somebody()
});
