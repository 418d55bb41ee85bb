/** People who sign in: members of municipalities and operators. Respondents have no account. */
import { eq } from 'drizzle-orm';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { session, user } from '#lib/server/db/schema-accounts.ts';

export interface User {
	id: string;
	name: string;
	email: string;
	/** runs the service: verifies municipalities, publishes releases */
	operator: boolean;
	/** has shown a second factor in this session */
	secondFactor: boolean;
	session: { id: string; begunAt: Date };
}

/** The account that has this address. */
export async function findAccount(db: Db, email: string): Promise<{ id: string } | undefined> {
	return db.read.select({ id: user.id }).from(user).where(eq(user.email, email)).get();
}

/** Whether an account has this address. */
export async function isKnown(db: Db, email: string): Promise<boolean> {
	return (await findAccount(db, email)) !== undefined;
}

/** Notes that somebody has signed in, so that accounts which nobody uses can go one day (D16). */
export function noteUse(db: Db, id: string, now: Date): Promise<void> {
	return db.write((writer) => void writer.update(user).set({ updatedAt: now }).where(eq(user.id, id)).run());
}

/** Makes an account the operator's, or takes that from it, and ends its sessions; false where there is none. */
export function setOperator(db: Db, email: string, operator: boolean): Promise<boolean> {
	return db.write((writer) => {
		const found = writer.update(user).set({ operator }).where(eq(user.email, email)).returning({ id: user.id }).get();
		if (found) endSessions(writer, found.id);
		return found !== undefined;
	});
}

/** Ends all sessions of an account. */
export function endSessions(writer: Writer, userId: string): void {
	writer.delete(session).where(eq(session.userId, userId)).run();
}
