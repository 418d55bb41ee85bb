import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AnswerValue } from '#lib/domain/answering/answer-value.ts';
import type { FrozenItem } from '#lib/domain/result/frozen-item.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { user } from './schema-accounts.ts';
import { assessment, municipality } from './schema.ts';

/**
 * Rounds. D14: `invitation` (who was invited) and `response` (what was answered) have no key between them; both, and
 * `response_answer`, are `WITHOUT ROWID` by the migration, so that no order of arrival is left. Days only.
 */

const ofRound = () =>
	text()
		.notNull()
		.references(() => assessment.id, { onDelete: 'cascade' });

/** What is particular to a round; the rest stands in `assessment`, whose mode is `confidential` or `open`. */
export const round = sqliteTable('round', {
	assessmentId: text()
		.primaryKey()
		.references(() => assessment.id, { onDelete: 'cascade' }),
	/** as the organiser calls it, such as "Herbst 2026" */
	title: text().notNull(),
	phase: text({ enum: ['draft', 'collecting', 'consensus', 'closed'] }).notNull(),
	/** last day of collecting, at most six months after its start (D16) */
	collectUntil: text(),
	collectingSince: text(),
	/** day on which collecting ended; the round's keys are destroyed with it (D14) */
	collectedOn: text(),
	/** who leads the meeting, by function and named beforehand (D13) */
	leaders: text({ mode: 'json' }).$type<string[]>().notNull(),
	/** days on which staff council and data protection agreed */
	staffCouncilOn: text(),
	dataProtectionOn: text(),
	/** hash of the token of the link to questionnaire, notice and minimum sizes */
	previewHash: text(),
	/** whether everybody who took part may read the closed result */
	resultForRespondents: integer({ mode: 'boolean' }).notNull().default(false),
	/** SHA-256 of the random part that all personal links of the round share (D14) */
	linkHash: text().unique(),
	/** reminders that were promised at most, and that have been sent; each goes to everyone invited */
	remindersMost: integer().notNull().default(2),
	remindersSent: integer().notNull().default(0),
	/** day of the last order to write to everyone; whose `sentOn` is earlier still waits for that mail */
	mailedOn: text()
});

/** Which criteria a role answers. */
export const roundRole = sqliteTable(
	'round_role',
	{
		assessmentId: ofRound(),
		/** a role's id of the instrument */
		role: text().notNull(),
		criteria: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** D14: five or more were invited at once, so that responses keep the role's own name; never taken back */
		ownName: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [primaryKey({ columns: [table.assessmentId, table.role] })]
);

/** Who was invited, without a mark of what became of it (D14). Deleted at closing (D16). */
export const invitation = sqliteTable(
	'invitation',
	{
		/** random, 128 bits */
		id: text().primaryKey(),
		assessmentId: ofRound(),
		role: text().notNull(),
		/** null for a printed code; in an open workshop, for the link of a role that many use */
		email: text(),
		/** day of the last mail; null while none has been sent */
		sentOn: text(),
		/** the mail server has refused the address for good; nobody writes to it again */
		undeliverable: integer({ mode: 'boolean' }).notNull().default(false)
	},
	(table) => [index('invitation_round').on(table.assessmentId)]
);

/**
 * What one person answered. Its key is an HMAC under k2, which leads nowhere once the keys are gone, and is replaced by
 * a random one when collecting ends (D14).
 */
export const response = sqliteTable(
	'response',
	{
		key: text().primaryKey(),
		assessmentId: ofRound(),
		/** the stored role: merged where fewer than five were invited; null for a small council (D14) */
		role: text(),
		/** D11: in an open workshop who answered; null in a confidential round */
		name: text(),
		/** HMAC under k2 of the resume code, which the browser keeps too; it alone opens the answers while collecting */
		codeHash: text(),
		/** the day, and no more; null until it has been submitted */
		submittedOn: text()
	},
	(table) => [index('response_round').on(table.assessmentId)]
);

export const responseAnswer = sqliteTable(
	'response_answer',
	{
		responseKey: text()
			.notNull()
			.references(() => response.key, { onDelete: 'cascade', onUpdate: 'cascade' }),
		questionId: text().notNull(),
		/** counts up from 1; an older one never wins (F7) */
		revision: integer().notNull(),
		value: text({ mode: 'json' }).$type<AnswerValue>().notNull()
	},
	(table) => [primaryKey({ columns: [table.responseKey, table.questionId] })]
);

/** What the meeting decided on an item (M2c). */
export const decision = sqliteTable(
	'decision',
	{
		assessmentId: ofRound(),
		itemId: text().notNull(),
		/** counts up; who decides on an older state is told (409) */
		revision: integer().notNull(),
		/** `accepted` leaves the mean as it stands (M2); null after an undo */
		decision: text({ mode: 'json' }).$type<1 | 2 | 3 | 4 | 5 | 'notApplicable' | 'accepted' | null>(),
		reason: text().notNull(),
		dissent: text().notNull()
	},
	(table) => [primaryKey({ columns: [table.assessmentId, table.itemId] })]
);

/** M9: where a municipality wants to get to with a criterion, set once its round is closed; no part of what was frozen. */
export const roundTarget = sqliteTable(
	'round_target',
	{
		assessmentId: ofRound(),
		criterionId: text().notNull(),
		level: integer().$type<Level>().notNull(),
		year: integer().notNull()
	},
	(table) => [primaryKey({ columns: [table.assessmentId, table.criterionId] })]
);

/** A meeting as it goes on: who leads it, and what projector and phones show. */
export const meeting = sqliteTable('meeting', {
	assessmentId: text()
		.primaryKey()
		.references(() => assessment.id, { onDelete: 'cascade' }),
	/** D13: who leads it at present, and as which of the functions named beforehand; comments are shown to nobody else */
	leaderId: text().references(() => user.id, { onDelete: 'set null' }),
	leaderFunction: text(),
	/** who was there, as typed */
	attendance: text().notNull().default(''),
	/** six characters by which projector and phones join; null while nobody may */
	code: text().unique(),
	/** the last day on which the code holds */
	codeUntil: text(),
	/** counts up with everything that a screen shows; a lower one is never shown after a higher one */
	version: integer().notNull().default(0),
	/** the item that the chair has opened */
	itemId: text(),
	/** counts up with every blind vote, so that a phone has another id in each */
	vote: integer().notNull().default(0),
	/** the blind second vote on the item: ballots are hidden until it has ended */
	voting: text({ enum: ['open', 'ended'] }),
	/** as much of the vote that has ended as D12 lets be told; its ballots are deleted */
	counts: text({ mode: 'json' }).$type<FrozenItem>()
});

/** One phone's vote in the blind vote that is going on; `WITHOUT ROWID` by the migration, and gone when it ends. */
export const ballot = sqliteTable(
	'ballot',
	{
		assessmentId: ofRound(),
		/** random, of this phone and this vote alone */
		voter: text().notNull(),
		/** null where it abstains */
		level: integer().$type<Level>()
	},
	(table) => [primaryKey({ columns: [table.assessmentId, table.voter] })]
);

/** What a municipality does about a result ("Maßnahme"). */
export const action = sqliteTable(
	'action',
	{
		id: text().primaryKey(),
		municipalityKey: text()
			.notNull()
			.references(() => municipality.key, { onDelete: 'cascade' }),
		title: text().notNull(),
		/** ids of the criteria and items that it is about */
		items: text({ mode: 'json' }).$type<string[]>().notNull(),
		/** a role or function, never a person's name */
		owner: text().notNull(),
		dueOn: text(),
		status: text({ enum: ['open', 'inProgress', 'done', 'dropped'] }).notNull(),
		/** 1 small to 3 large; null where nobody said */
		effort: integer(),
		effect: integer(),
		budgetProduct: text().notNull(),
		notes: text().notNull(),
		createdOn: text().notNull(),
		changedOn: text().notNull(),
		/** ids of the hurdles that it is to clear away */
		hurdles: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
		/** counts up from 1; who changes an older state is told (409) */
		revision: integer().notNull().default(1),
		/** the closed round after which somebody last said that it goes on */
		goesOnAfter: text()
	},
	(table) => [index('action_municipality').on(table.municipalityKey)]
);

/** Each change of an action's status. */
export const actionChange = sqliteTable(
	'action_change',
	{
		id: integer().primaryKey({ autoIncrement: true }),
		actionId: text()
			.notNull()
			.references(() => action.id, { onDelete: 'cascade' }),
		userId: text().references(() => user.id, { onDelete: 'set null' }),
		day: text().notNull(),
		from: text(),
		to: text().notNull()
	},
	(table) => [index('action_change_action').on(table.actionId)]
);
