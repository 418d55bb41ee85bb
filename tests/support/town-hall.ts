/** A municipality that takes part, with members who are signed in. */
import { membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import type { Db } from '#lib/server/db/open.ts';
import { MADE_ON, roundPlace } from './making-rounds.ts';
import { insertSession } from './signed-in.ts';

/** Everybody is signed in already, with a password alone. */
export const sessionTokenOf = (email: string) => `session of ${email}`;

interface Member {
	email: string;
	role: 'organiser' | 'observer';
}

/** Lets a town take part, that of made-up rounds unless another is named; its members' ids are their addresses. */
export async function addParticipant(
	db: Db,
	members: readonly Member[],
	municipalityKey: string = roundPlace.key
): Promise<void> {
	// Used lately, so that no service deletes the accounts (D16).
	const now = new Date();
	const changed = { createdAt: now, updatedAt: now };
	await db.write((writer) => {
		writer.insert(participant).values({ municipalityKey, registeredOn: MADE_ON }).run();
		for (const { email, role } of members) {
			writer
				.insert(user)
				.values({ id: email, name: email, email, emailVerified: true, ...changed })
				.run();
			writer.insert(membership).values({ municipalityKey, userId: email, role, since: MADE_ON }).run();
			insertSession(writer, email, { token: sessionTokenOf(email), secondFactor: false });
		}
	});
}
