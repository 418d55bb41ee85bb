/** Consultants of the access tests: with a grant that holds, is revoked or has ended, and a stand-in. */
import { randomUUID } from 'node:crypto';
import { addDays } from '#lib/domain/day.ts';
import type { Who } from '#lib/domain/access.ts';
import { reviewedCriteria } from '#lib/domain/review/blindness.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import {
	consultancy,
	consultancyInvitation,
	consultant,
	criterionOpening,
	recommendation,
	review,
	reviewGrant
} from '#lib/server/db/schema-reviews.ts';
import { today } from '#lib/server/today.ts';
import { addSession, addSignedIn } from './signed-in.ts';
import type { Caller } from './towns.ts';

type More = Partial<typeof reviewGrant.$inferInsert>;

/** A grant of a closed round, valid for a month; resolves with its id. */
async function addGrant(db: Db, assessmentId: string, consultancyId: string, more: More): Promise<string> {
	const id = randomUUID();
	const included = { includesReasons: true, includesEvidence: true, grantedOn: today(), endsOn: addDays(today(), 30) };
	await db.write((writer) =>
		writer
			.insert(reviewGrant)
			.values({ id, assessmentId, consultancyId, ...included, ...more })
			.run()
	);
	return id;
}

/** Brings every criterion into sight, so that comparison and documents can be read. */
async function coverNothing(db: Db, grantId: string): Promise<void> {
	const { instrument } = currentInstrument();
	const opening = { grantId, how: 'givenUp', day: today() } as const;
	await db.write((writer) => {
		for (const criterionId of reviewedCriteria(instrument, {}))
			writer
				.insert(criterionOpening)
				.values({ ...opening, criterionId })
				.run();
	});
}

async function addRecommendation(db: Db, grantId: string): Promise<string> {
	const id = randomUUID();
	await db.write((writer) =>
		writer.insert(recommendation).values({ id, grantId, title: 'Ziele beschließen', text: '' }).run()
	);
	return id;
}

/** Of one organisation; without a closed round none of them has been granted anything. */
export async function makeReviewers(db: Db, key: string, closed: string | undefined): Promise<Record<string, Caller>> {
	const consultancyId = `consultancy-${key}`;
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
			const right = closed === undefined ? 'consultant' : who;
			return {
				who: right,
				id,
				cookies: `session=${cookie}`,
				session: sessionId,
				invitation,
				unprotected: !secondFactor
			};
		});

	const holding = async (holder: Caller, more: More = {}): Promise<Caller> => {
		if (closed === undefined) return holder;
		const grant = await addGrant(db, closed, consultancyId, { consultantId: holder.id ?? null, ...more });
		return { ...holder, grant, recommendation: await addRecommendation(db, grant) };
	};

	const standIn = await caller('stand-in', 'standIn');
	const reviewer = await holding(await caller('reviewer', 'reviewer'), { standInId: standIn.id ?? null });
	const { grant } = reviewer;
	if (grant !== undefined) await coverNothing(db, grant);
	const own = grant === undefined ? {} : { grant, recommendation: await addRecommendation(db, grant) };
	return {
		'consultant without a grant': await caller('consultant', 'consultant'),
		'consultant of a revoked grant': await holding(await caller('revoked', 'consultant'), { revokedOn: today() }),
		'consultant of a grant that has ended': await holding(await caller('ended', 'consultant'), {
			endsOn: addDays(today(), -1)
		}),
		'reviewer without a second factor': await holding(await caller('new reviewer', 'reviewer', false)),
		'stand-in': { ...standIn, ...own },
		reviewer: { ...reviewer, colleague: standIn.id ?? '' }
	};
}

/** A further grant of whoever reviews, whose review is handed in with a recommendation. */
export async function makeHandedIn(db: Db, reviewer: Caller | undefined, closed: string | undefined) {
	if (closed === undefined || !reviewer?.id) return { grant: 'none', recommendation: 'none' };
	const consultantId = reviewer.id;
	const [member] = db.read
		.select()
		.from(consultant)
		.all()
		.filter(({ userId }) => userId === consultantId);
	const grant = await addGrant(db, closed, member?.consultancyId ?? '', { consultantId });
	await db.write((writer) =>
		writer.insert(review).values({ grantId: grant, summary: 'Gut', handedInOn: today() }).run()
	);
	return { grant, recommendation: await addRecommendation(db, grant) };
}
