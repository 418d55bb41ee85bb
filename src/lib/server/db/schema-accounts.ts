import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { municipality } from './schema.ts';

/** Accounts, in the form that better-auth reads and writes; it keeps exact times here, never beside answers. */

const moment = () => integer({ mode: 'timestamp_ms' });
const changed = { createdAt: moment().notNull(), updatedAt: moment().notNull() };

export const user = sqliteTable('user', {
	id: text().primaryKey(),
	name: text().notNull(),
	email: text().notNull().unique(),
	emailVerified: integer({ mode: 'boolean' }).notNull().default(false),
	image: text(),
	twoFactorEnabled: integer({ mode: 'boolean' }).notNull().default(false),
	/** runs the service: verifies municipalities, publishes releases */
	operator: integer({ mode: 'boolean' }).notNull().default(false),
	createdAt: moment().notNull(),
	/** when somebody signed in last, or changed something; unused accounts go after a time (D16) */
	updatedAt: moment().notNull()
});

export const session = sqliteTable(
	'session',
	{
		id: text().primaryKey(),
		token: text().notNull().unique(),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		expiresAt: moment().notNull(),
		/** always null: no address is stored */
		ipAddress: text(),
		/** kind of browser and system in two words, so that one's own sessions can be told apart */
		userAgent: text(),
		/** begun with a second factor, or by an OpenID Connect provider that asks for one */
		secondFactor: integer({ mode: 'boolean' }).notNull().default(false),
		...changed
	},
	(table) => [index('session_user').on(table.userId)]
);

/** A way to sign in: password (Argon2id) or an OpenID Connect provider. */
export const account = sqliteTable(
	'account',
	{
		id: text().primaryKey(),
		accountId: text().notNull(),
		providerId: text().notNull(),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		accessToken: text(),
		refreshToken: text(),
		idToken: text(),
		accessTokenExpiresAt: moment(),
		refreshTokenExpiresAt: moment(),
		scope: text(),
		password: text(),
		...changed
	},
	(table) => [index('account_user').on(table.userId), index('account_provider').on(table.providerId, table.accountId)]
);

/** Links by e-mail and the like; the identifier is stored hashed. */
export const verification = sqliteTable(
	'verification',
	{
		id: text().primaryKey(),
		identifier: text().notNull(),
		value: text().notNull(),
		expiresAt: moment().notNull(),
		...changed
	},
	(table) => [index('verification_identifier').on(table.identifier)]
);

export const twoFactor = sqliteTable(
	'two_factor',
	{
		id: text().primaryKey(),
		secret: text().notNull(),
		backupCodes: text().notNull(),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		verified: integer({ mode: 'boolean' }).default(true),
		failedVerificationCount: integer().default(0),
		lockedUntil: moment()
	},
	(table) => [index('two_factor_user').on(table.userId)]
);

/** A municipality that takes part: registered by an account, verified by the operator. */
export const participant = sqliteTable('participant', {
	municipalityKey: text()
		.primaryKey()
		.references(() => municipality.key),
	registeredOn: text().notNull(),
	/** null until the operator, or an allowed e-mail domain, has verified it; until then nothing can be shared */
	verifiedOn: text(),
	/** how it was verified: by an operator's look or by the domain of an e-mail address */
	verifiedBy: text({ enum: ['operator', 'domain'] }),
	/** since when the operator keeps it from contacts (D10); null where it does not */
	contactsExcludedOn: text()
});

/** E-mail domains whose confirmed addresses verify a municipality; allowed by the operator. */
export const allowedDomain = sqliteTable('allowed_domain', {
	domain: text().primaryKey(),
	municipalityKey: text()
		.notNull()
		.references(() => municipality.key)
});

/** Who may do what for a municipality. */
export const membership = sqliteTable(
	'membership',
	{
		municipalityKey: text()
			.notNull()
			.references(() => participant.municipalityKey, { onDelete: 'cascade' }),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		/** observers read closed results */
		role: text({ enum: ['organiser', 'observer'] }).notNull(),
		since: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.municipalityKey, table.userId] }), index('membership_user').on(table.userId)]
);

/** An invitation to become a member, by a link that is stored hashed. */
export const memberInvitation = sqliteTable(
	'member_invitation',
	{
		id: text().primaryKey(),
		municipalityKey: text()
			.notNull()
			.references(() => participant.municipalityKey, { onDelete: 'cascade' }),
		email: text().notNull(),
		role: text({ enum: ['organiser', 'observer'] }).notNull(),
		tokenHash: text().notNull().unique(),
		expiresOn: text().notNull()
	},
	(table) => [index('member_invitation_municipality').on(table.municipalityKey)]
);

/**
 * Where others may ask a municipality about a criterion (D10). Nothing here comes from a result. `WITHOUT ROWID` by the
 * migration, so that no order of arrival is left.
 */
export const contactOffer = sqliteTable(
	'contact_offer',
	{
		municipalityKey: text()
			.notNull()
			.references(() => participant.municipalityKey, { onDelete: 'cascade' }),
		/** of the instrument, such as `D1` */
		criterionId: text().notNull(),
		/** 1–5 as the municipality states it itself; null where it states none */
		stage: integer(),
		/** a function, never an address */
		contactPoint: text().notNull(),
		offeredOn: text().notNull(),
		/** null where the account is gone */
		userId: text().references(() => user.id, { onDelete: 'set null' })
	},
	(table) => [
		primaryKey({ columns: [table.municipalityKey, table.criterionId] }),
		check('contact_offer_stage', sql`${table.stage} BETWEEN 1 AND 5`)
	]
);

/** What was done with the data of a municipality, for it to read. Never answers, addresses or tokens; kept 24 months. */
export const auditEntry = sqliteTable(
	'audit_entry',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		municipalityKey: text().references(() => municipality.key, { onDelete: 'cascade' }),
		/** null where the account is gone, or where nobody did it */
		userId: text().references(() => user.id, { onDelete: 'set null' }),
		day: text().notNull(),
		/** what happened, as a key of the interface's texts */
		event: text().notNull(),
		/** the assessment or entry that it concerns */
		subject: text()
	},
	(table) => [index('audit_entry_municipality').on(table.municipalityKey, table.id)]
);
