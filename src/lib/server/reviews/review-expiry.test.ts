import { expect, test } from 'vitest';
import {
	asking,
	CONSULTANTS,
	grant,
	makeReviewedRound,
	rateEverything
} from '../../../../tests/support/reviewed-round.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import { blindRating } from '#lib/server/db/schema-reviews.ts';
import { findConsultancies, leaveConsultancy } from './consultancies.ts';
import { findGrantsOf } from './grants.ts';
import { handIn } from './handing-in.ts';
import { findOpenings, openReview } from './openings.ts';
import { expireReviews } from './review-expiry.ts';

test('an unfinished review goes six months after its grant has ended, with all that was rated; one handed in stays', async () => {
	const db = openTemporaryDatabase();
	const round = await makeReviewedRound(db);
	const finished = await grant(db, round);
	await rateEverything(db, round, finished);
	await handIn(db, 'Gut.', asking(finished), round.criteria);
	const other = await grant(db, round, { email: CONSULTANTS.eve });
	await expireReviews(db, '2027-12-31');
	expect(findGrantsOf(db, round.roundId)).toHaveLength(2);
	await expireReviews(db, '2028-01-01');
	expect(findGrantsOf(db, round.roundId).map(({ id }) => id)).toEqual([finished]);
	expect(other).not.toBe(finished);
	expect(db.read.select().from(blindRating).all()).toHaveLength(18);
});

test('notes of openings go with the log, organisations with their last member and grant', async () => {
	const db = openTemporaryDatabase();
	const round = await makeReviewedRound(db);
	const id = await grant(db, round);
	await openReview(db, asking(id), 'overview', () => true);
	await expireReviews(db, '2027-03-01');
	expect(findOpenings(db, id)).toHaveLength(1);
	await leaveConsultancy(db, CONSULTANTS.eve, '2027-03-01');
	for (const who of [CONSULTANTS.ada, CONSULTANTS.ben]) await leaveConsultancy(db, who, '2027-03-01');
	expect(findConsultancies(db).map(({ name, members }) => [name, members])).toEqual([['Organisation beratung', 0]]);
	await expireReviews(db, '2029-02-02');
	expect(findConsultancies(db)).toEqual([]);
});
