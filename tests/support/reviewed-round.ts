/** A closed round of a made-up town, an organisation with two consultants, and another one with one. */
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { reviewedCriteria, reviewedItems } from '#lib/domain/review/blindness.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import type { Db } from '#lib/server/db/open.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { consultancy, consultant } from '#lib/server/db/schema-reviews.ts';
import { grantReview, type GrantDeed } from '#lib/server/reviews/grants.ts';
import { openCriterion, saveRatings } from '#lib/server/reviews/ratings.ts';
import { makeClosedRound } from './closed-round.ts';
import { roundPlace } from './making-rounds.ts';
import { addParticipant } from './town-hall.ts';

export const KIM = 'kim@musterau.example';
/** Holds the grant; colleague in the same organisation; of another organisation. */
export const CONSULTANTS = { ada: 'ada@beratung.example', ben: 'ben@beratung.example', eve: 'eve@andere.example' };
export const GRANTED_ON = '2027-02-01';

const REVIEWS_FOR = { ada: 'beratung', ben: 'beratung', eve: 'andere' } as const;

/** Accounts whose ids are their addresses, each with its organisation. */
export async function addConsultants(db: Db): Promise<void> {
	const now = new Date();
	await db.write((writer) => {
		for (const id of ['beratung', 'andere'])
			writer
				.insert(consultancy)
				.values({ id, name: `Organisation ${id}`, registeredOn: GRANTED_ON })
				.run();
		for (const who of ['ada', 'ben', 'eve'] as const) {
			const id = CONSULTANTS[who];
			const account = { id, name: who, email: id, emailVerified: true, createdAt: now, updatedAt: now };
			writer.insert(user).values(account).onConflictDoNothing({ target: user.id }).run();
			writer.insert(consultant).values({ userId: id, consultancyId: REVIEWS_FOR[who], joinedOn: GRANTED_ON }).run();
		}
	});
}

export interface ReviewedRound {
	roundId: string;
	deed: GrantDeed;
	instrument: Instrument;
	criteria: string[];
}

/** Everybody gave this level on everything; the meeting settled on `decision`. */
export async function makeReviewedRound(db: Db, decision: Level = 4): Promise<ReviewedRound> {
	const levels: Level[] = [1, 5, 1, 5, 1, 5, 2, 4];
	const roundId = await makeClosedRound(db, levels, { decision });
	await addParticipant(db, [{ email: KIM, role: 'organiser' }]);
	await addConsultants(db);
	const { instrument } = currentInstrument();
	const deed = { key: roundPlace.key, roundId, userId: KIM, today: GRANTED_ON };
	return { roundId, deed, instrument, criteria: reviewedCriteria(instrument, {}) };
}

export const ENTRY = {
	email: CONSULTANTS.ada,
	includesReasons: true,
	includesEvidence: true,
	endsOn: '2027-06-30'
};

/** Grants it to Ada, or to somebody else; resolves with the grant's id. */
export async function grant(db: Db, { deed }: ReviewedRound, entry: Partial<typeof ENTRY> = {}): Promise<string> {
	const made = await grantReview(db, { ...ENTRY, ...entry }, deed);
	if ('refused' in made) throw new Error(`Not granted: ${made.refused}`);
	return made.id;
}

/** Ada asks, on the day of the grant. */
export const asking = (grantId: string, more: { userId?: string; today?: string } = {}) => ({
	...{ grantId, userId: CONSULTANTS.ada, today: GRANTED_ON },
	...more
});

export const rated = (item: string, level: Level | 'notShown', revision = 0, reason = '') => ({
	...{ item, level, revision, reason }
});

/** The items of the short variant of a criterion. */
export function itemsIn({ instrument }: ReviewedRound, criterion: string): string[] {
	return reviewedItems(instrument, { variant: 'short' }, criterion) ?? [];
}

/** Rates and opens every criterion; every other item a level lower than the last. */
export async function rateEverything(db: Db, round: ReviewedRound, grantId: string, today = GRANTED_ON): Promise<void> {
	let number = 0;
	for (const criterion of round.criteria) {
		const items = itemsIn(round, criterion);
		const ratings = items.map((item) => rated(item, ((number++ % 5) + 1) as Level));
		await saveRatings(db, asking(grantId, { today }), criterion, ratings);
		await openCriterion(db, asking(grantId, { today }), { criterion, items, how: 'rated' });
	}
}
