/** A municipality that takes part, with members who can sign in. */
import { account, membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import type { Db } from '#lib/server/db/open.ts';
import { hashPassword } from '#lib/server/accounts/password.ts';
import { MADE_ON, roundPlace } from './making-rounds.ts';

/** Everybody's. */
export const PASSWORD = 'vier Tassen gruener Tee';

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
	const password = await hashPassword(PASSWORD);
	await db.write((writer) => {
		writer.insert(participant).values({ municipalityKey, registeredOn: MADE_ON }).run();
		for (const { email, role } of members) {
			const ids = { id: email, userId: email, accountId: email };
			writer
				.insert(user)
				.values({ id: email, name: email, email, emailVerified: true, ...changed })
				.run();
			writer
				.insert(account)
				.values({ ...ids, providerId: 'credential', password, ...changed })
				.run();
			writer.insert(membership).values({ municipalityKey, userId: email, role, since: MADE_ON }).run();
		}
	});
}
