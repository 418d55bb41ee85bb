/** People who are signed in from the start, by a session straight in the tables. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Writer } from '#lib/server/db/open.ts';
import { session, user } from '#lib/server/db/schema-accounts.ts';
import { accountKey } from '#lib/server/keys.ts';

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

export interface SignedIn {
	id: string;
	email: string;
	name: string;
	/** value of the cookie of the session */
	cookie: string;
	sessionId: string;
}

interface Wanted {
	name: string;
	email: string;
	operator?: boolean;
	/** unless told otherwise the session has shown one */
	secondFactor?: boolean;
	/** minutes since signing in */
	since?: number;
}

/** Makes an account with a session. The keys have to be open. */
export function addSignedIn(writer: Writer, wanted: Wanted): SignedIn {
	const { name, email, operator = false, secondFactor = true, since = 0 } = wanted;
	const id = randomUUID();
	const now = new Date();
	writer.insert(user).values({ id, name, email, emailVerified: true, operator, createdAt: now, updatedAt: now }).run();
	return { id, name, email, ...addSession(writer, id, { secondFactor, since }) };
}

/** Makes one more session of an account. The keys have to be open. */
export function addSession(writer: Writer, userId: string, more: { secondFactor?: boolean; since?: number } = {}) {
	const token = randomBytes(24).toString('base64url');
	return { sessionId: insertSession(writer, userId, { token, ...more }), cookie: cookieOf(token) };
}

/** Makes a session of an account by a token of one's own; gives its id. */
export function insertSession(
	writer: Writer,
	userId: string,
	{ token, secondFactor = true, since = 0 }: { token: string; secondFactor?: boolean; since?: number }
): string {
	const now = Date.now();
	const sessionId = randomUUID();
	writer
		.insert(session)
		.values({
			...{ id: sessionId, token, userId, secondFactor },
			createdAt: new Date(now - since * MINUTE),
			// Used only hours from now, so that it does not end while slow tests wait for their turn.
			updatedAt: new Date(now + DAY / 4),
			expiresAt: new Date(now + DAY)
		})
		.run();
	return sessionId;
}

/** What a browser keeps of the session with this token, for the service whose keys are open. */
export function cookieOf(token: string): string {
	const signature = createHmac('sha256', accountKey().toString('base64url')).update(token).digest('base64');
	return encodeURIComponent(`${token}.${signature}`);
}
