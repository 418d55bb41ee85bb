/** Consultants of the access tests: with a grant that holds, is revoked or has ended, and a stand-in. */
import { randomUUID } from 'node:crypto';
import { addDays } from '#lib/domain/day.ts';
import type { Who } from '#lib/domain/access.ts';
import type { Db } from '#lib/server/db/open.ts';
import { consultancy, consultancyInvitation, consultant, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { today } from '#lib/server/today.ts';
import { addSession, addSignedIn } from './signed-in.ts';
import type { Caller } from './towns.ts';

/** Of one organisation; without a closed round none of them has been granted anything. */
export async function makeReviewers(db: Db, key: string, closed: string | undefined): Promise<Record<string, Caller>> {
	const consultancyId = randomUUID();
	await db.write((writer) =>
		writer
			.insert(consultancy)
			.values({ id: consultancyId, name: `Beratung ${key}`, registeredOn: today() })
			.run()
	);

	const caller = (name: string, who: Who, secondFactor = true) =>
		db.write((writer): Caller => {
			const email = `${name.replaceAll(' ', '-')}-${key}@beratung.example`;
			const { id, cookie } = addSignedIn(writer, { name, email, since: -60, secondFactor });
			writer.insert(consultant).values({ userId: id, consultancyId, joinedOn: today() }).run();
			const invitation = randomUUID();
			const invited = { id: invitation, consultancyId, email: `${invitation}@beratung.example` };
			writer
				.insert(consultancyInvitation)
				.values({ ...invited, tokenHash: invitation, expiresOn: addDays(today(), 7) })
				.run();
			const { sessionId } = addSession(writer, id);
			return { who, id, cookies: `session=${cookie}`, session: sessionId, invitation, unprotected: !secondFactor };
		});

	const holding = async (holder: Caller, more: Partial<typeof reviewGrant.$inferInsert> = {}): Promise<Caller> => {
		if (closed === undefined) return { ...holder, who: 'consultant' };
		const grant = randomUUID();
		const included = { includesReasons: true, includesEvidence: true, grantedOn: today() };
		const named = { consultancyId, consultantId: holder.id ?? null };
		await db.write((writer) =>
			writer
				.insert(reviewGrant)
				.values({ id: grant, assessmentId: closed, ...included, ...named, endsOn: addDays(today(), 30), ...more })
				.run()
		);
		return { ...holder, grant };
	};

	const standIn = await caller('stand-in', 'reviewer');
	const reviewer = await holding(await caller('reviewer', 'reviewer'), { standInId: standIn.id ?? null });
	return {
		'consultant without a grant': await caller('consultant', 'consultant'),
		'consultant of a revoked grant': await holding(await caller('revoked', 'consultant'), { revokedOn: today() }),
		'consultant of a grant that has ended': await holding(await caller('ended', 'consultant'), {
			endsOn: addDays(today(), -1)
		}),
		'reviewer without a second factor': await holding(await caller('new reviewer', 'reviewer', false)),
		'stand-in': closed === undefined ? { ...standIn, who: 'consultant' } : { ...standIn, grant: reviewer.grant ?? '' },
		reviewer
	};
}
