/** The plan of a municipality: its actions, and what became of them. Every search takes the municipality. */
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq } from 'drizzle-orm';
import type { Action, ActionEntry, ActionStatus } from '#lib/domain/plan/action.ts';
import { reviewed, type Review } from '#lib/domain/plan/action-review.ts';
import type { AuditEvent } from '#lib/domain/audit-event.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { action, actionChange } from '#lib/server/db/schema-rounds.ts';

/** Whose plan is changed, by whom and when. */
export interface PlanDeed {
	key: string;
	userId: string;
	today: string;
}

/** A change of status; `from` is undefined where the action was made. */
export interface StatusChange {
	id: number;
	day: string;
	/** name of whoever did it; undefined where the account is gone */
	by: string | undefined;
	from: ActionStatus | undefined;
	to: ActionStatus;
}

const columns = {
	...{ id: action.id, title: action.title, items: action.items, owner: action.owner, dueOn: action.dueOn },
	...{ status: action.status, effort: action.effort, effect: action.effect, budgetProduct: action.budgetProduct },
	...{ notes: action.notes, hurdles: action.hurdles, createdOn: action.createdOn, changedOn: action.changedOn },
	...{ revision: action.revision, goesOnAfter: action.goesOnAfter }
};

const ofMunicipality = (key: string, id: string) => and(eq(action.id, id), eq(action.municipalityKey, key));

/** All actions of a municipality, in no order. */
export function findActions(db: Db, key: string): Action[] {
	return readActions(db.read, key);
}

function readActions(reader: Reader, key: string): Action[] {
	return reader.select(columns).from(action).where(eq(action.municipalityKey, key)).all() as Action[];
}

export function findAction(db: Db, key: string, id: string): Action | undefined {
	return readAction(db.read, key, id);
}

function readAction(reader: Reader, key: string, id: string): Action | undefined {
	return reader.select(columns).from(action).where(ofMunicipality(key, id)).get() as Action | undefined;
}

/** How its status has changed, from the beginning. */
export function findStatusChanges(db: Db, { id }: Pick<Action, 'id'>): StatusChange[] {
	const { day, from, to } = actionChange;
	return db.read
		.select({ id: actionChange.id, day, from, to, by: user.name })
		.from(actionChange)
		.leftJoin(user, eq(user.id, actionChange.userId))
		.where(eq(actionChange.actionId, id))
		.orderBy(asc(actionChange.id))
		.all()
		.map((row) => ({
			...row,
			by: row.by ?? undefined,
			from: (row.from ?? undefined) as ActionStatus | undefined,
			to: row.to as ActionStatus
		}));
}

/** Adds an action; resolves with its id. */
export function addAction(db: Db, entry: ActionEntry, deed: PlanDeed): Promise<string> {
	return db.write((writer) => insertAction(writer, entry, deed));
}

/**
 * Adds what a round suggests, unless the plan has it by now: sent twice, it is added once.
 * @param taken the actions that have it
 * @returns the id of the action that has it
 */
export function takeUp(
	db: Db,
	entry: ActionEntry,
	taken: (actions: Action[]) => Action[],
	deed: PlanDeed
): Promise<string> {
	return db.write((writer) => taken(readActions(writer, deed.key))[0]?.id ?? insertAction(writer, entry, deed));
}

/** The same within a job. */
export function insertAction(writer: Writer, entry: ActionEntry, { key, userId, today }: PlanDeed): string {
	const id = randomToken();
	writer
		.insert(action)
		.values({ ...entry, id, municipalityKey: key, createdOn: today, changedOn: today })
		.run();
	noteStatus(writer, id, undefined, entry.status, { userId, today });
	noteDeed(writer, 'action_added', id, { key, userId, today });
	return id;
}

/**
 * `unknown`: the municipality has no such action. `conflict`: somebody has changed it since it was read; `stored` is
 * what stands now, and nothing was overwritten.
 */
export type ChangeRefused = { refused: 'unknown' } | { refused: 'conflict'; stored: Action };

/** A state of an action that somebody has read. */
export interface ReadState {
	id: string;
	revision: number;
}

/** Changes an action. Of two changes of the same state the first one wins; the same one sent twice counts once. */
export function changeAction(
	db: Db,
	read: ReadState,
	entry: Partial<ActionEntry>,
	deed: PlanDeed
): Promise<ChangeRefused | undefined> {
	return db.write((writer) => {
		const stored = readAction(writer, deed.key, read.id);
		if (!stored) return { refused: 'unknown' };
		if (isDeepStrictEqual({ ...stored, ...entry }, stored)) return undefined;
		if (stored.revision !== read.revision) return { refused: 'conflict', stored };
		update(writer, stored, entry, deed);
		return undefined;
	});
}

/**
 * Notes after a closed round what became of actions; those that somebody has changed since they were read stay as they are.
 * @param round id of the closed round
 * @returns how many stayed because of that
 */
export function reviewActions(
	db: Db,
	round: string,
	reviews: readonly (ReadState & { review: Review })[],
	deed: PlanDeed
): Promise<number> {
	return db.write((writer) => {
		const stored = new Map(readActions(writer, deed.key).map((one) => [one.id, one]));
		let elsewhere = 0;
		for (const { id, revision, review } of reviews) {
			const found = stored.get(id);
			if (!found) continue;
			if (found.revision === revision) update(writer, found, reviewed(review, round), deed);
			else elsewhere++;
		}
		return elsewhere;
	});
}

function update(
	writer: Writer,
	stored: Action,
	changes: Partial<ActionEntry> & { goesOnAfter?: string },
	deed: PlanDeed
): void {
	const { id, status, revision } = stored;
	writer
		.update(action)
		.set({ ...changes, changedOn: deed.today, revision: revision + 1 })
		.where(eq(action.id, id))
		.run();
	if (changes.status !== undefined && changes.status !== status) noteStatus(writer, id, status, changes.status, deed);
	noteDeed(writer, 'action_changed', id, deed);
}

/** Deletes an action with its history, unless somebody has changed it since it was read. */
export function deleteAction(db: Db, read: ReadState, deed: PlanDeed): Promise<ChangeRefused | undefined> {
	return db.write((writer) => {
		const stored = readAction(writer, deed.key, read.id);
		if (!stored) return { refused: 'unknown' };
		if (stored.revision !== read.revision) return { refused: 'conflict', stored };
		writer.delete(action).where(eq(action.id, read.id)).run();
		noteDeed(writer, 'action_deleted', read.id, deed);
		return undefined;
	});
}

function noteStatus(
	writer: Writer,
	actionId: string,
	from: ActionStatus | undefined,
	to: ActionStatus,
	{ userId, today }: Pick<PlanDeed, 'userId' | 'today'>
): void {
	writer
		.insert(actionChange)
		.values({ actionId, userId, day: today, from: from ?? null, to })
		.run();
}

function noteDeed(writer: Writer, event: AuditEvent, subject: string, { key, userId, today }: PlanDeed): void {
	note(writer, { municipalityKey: key, userId, event, subject }, today);
}
