/** A town whose closed rounds are reviewed, and the built server with a session for everybody who takes part. */
import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { addDays } from '#lib/domain/day.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { Db } from '#lib/server/db/open.ts';
import { reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { openCriterion } from '#lib/server/reviews/ratings.ts';
import { grantReview, revokeGrant } from '#lib/server/reviews/grants.ts';
import { handIn } from '#lib/server/reviews/handing-in.ts';
import { saveRecommendation } from '#lib/server/reviews/recommendations.ts';
import { postAsConsultant } from '#lib/server/reviews/threads.ts';
import { today } from '#lib/server/today.ts';
import { test as base } from './browser.ts';
import { makeClosedRound } from './closed-round.ts';
import { roundPlace } from './making-rounds.ts';
import { addConsultants, CONSULTANTS, itemsIn, KIM, rateEverything, type ReviewedRound } from './reviewed-round.ts';
import { reviewedCriteria } from '#lib/domain/review/blindness.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { OPENING, openFilled, type Site } from './services.ts';
import { addSession } from './signed-in.ts';
import { addParticipant } from './town-hall.ts';

/** What the meeting decided with, in every round: nobody may read it before a criterion is in sight. */
export const REASON = 'so beschlossen';

const LOU = 'lou@musterau.example';

export interface ReviewedTown {
	origin: string;
	/** in which letters lie */
	mail: string;
	/** values of cookies: the organiser, who reads for the municipality, who holds the grants, the colleague, and somebody of another organisation */
	cookies: Record<'kim' | 'lou' | 'ada' | 'ben' | 'eve', string>;
	/** ids of rounds nobody has granted yet */
	free: Record<'plain' | 'scripted', string>;
	/** grants of rounds that differ in what the meeting decided, and in nothing else */
	low: string;
	high: string;
	/** grants of Ada's that open nothing any more */
	revoked: string;
	ended: string;
	/** a round and its grant on which everything was rated, written and handed in; the same with one criterion in sight */
	full: { round: string; grant: string };
	begun: { round: string; grant: string };
}

const LONG = `Beschließen, ${'dass die Verwaltungsgemeinschaft Oberniederunterwaldkirchen '.repeat(4)}Ziele setzt`;

async function makeTown(db: Db): Promise<Omit<ReviewedTown, 'origin' | 'mail' | 'cookies'>> {
	const levels: Level[] = [1, 5, 1, 5, 1, 5, 2, 4];
	const close = (decision: Level) => makeClosedRound(db, levels, { decision });
	const { instrument } = currentInstrument();
	const free = { plain: await close(4), scripted: await close(4) };
	await addParticipant(db, [
		{ email: KIM, role: 'organiser' },
		{ email: LOU, role: 'observer' }
	]);
	await addConsultants(db);
	const deed = { key: roundPlace.key, userId: KIM, today: today() };
	const granted = async (decision: Level) => {
		const roundId = await close(decision);
		const included = { includesReasons: true, includesEvidence: true, endsOn: addDays(today(), 30) };
		const made = await grantReview(db, { email: CONSULTANTS.ada, ...included }, { ...deed, roundId });
		if ('refused' in made) throw new Error(made.refused);
		return { round: roundId, grant: made.id };
	};
	const [low, high, revoked, ended, full, begun] = [
		await granted(1),
		await granted(5),
		await granted(3),
		await granted(3),
		await granted(3),
		await granted(3)
	];
	await revokeGrant(db, revoked.grant, { ...deed, roundId: revoked.round });
	const endsOn = addDays(today(), -1);
	await db.write((writer) => writer.update(reviewGrant).set({ endsOn }).where(eq(reviewGrant.id, ended.grant)).run());
	const inSight = { criterion: 'D1', items: [], how: 'givenUp' } as const;
	await openCriterion(db, { grantId: begun.grant, userId: CONSULTANTS.ada, today: today() }, inSight);
	await fill(db, full, {
		roundId: full.round,
		deed: { ...deed, roundId: full.round },
		instrument,
		criteria: reviewedCriteria(instrument, {})
	});
	return {
		free,
		...{ low: low.grant, high: high.grant, revoked: revoked.grant, ended: ended.grant, full, begun }
	};
}

/** Everything that a review can hold. */
async function fill(db: Db, { grant }: ReviewedTown['full'], round: ReviewedRound): Promise<void> {
	const asking = { grantId: grant, userId: CONSULTANTS.ada, today: today() };
	const [first = ''] = round.criteria;
	const [item = ''] = itemsIn(round, first);
	await openCriterion(db, asking, { criterion: first, items: [item], how: 'givenUp' });
	await rateEverything(db, round, grant, asking.today);
	await postAsConsultant(db, { item, text: 'Wo steht das? '.repeat(20).trim() }, asking);
	for (const title of [LONG, 'Ziele beschließen'])
		await saveRecommendation(db, { item, title, text: 'Im Rat.' }, asking);
	await handIn(db, 'Gut begonnen.\nJetzt die Ziele.', asking, round.criteria);
}

async function makeTownWithSessions(db: Db, { folder }: Site) {
	const made = await makeTown(db);
	const session = (userId: string) => db.write((writer) => addSession(writer, userId).cookie);
	const cookies = {
		...{ kim: await session(KIM), lou: await session(LOU), ada: await session(CONSULTANTS.ada) },
		...{ ben: await session(CONSULTANTS.ben), eve: await session(CONSULTANTS.eve) }
	};
	return { mail: join(folder, 'mail'), cookies, ...made };
}

const open = () => openFilled('review', makeTownWithSessions);

/** A `test` whose addresses lead to this town. */
export const test = base.extend<{ town: ReviewedTown }>({
	town: [({ services }, use) => services.use(open).then(use), OPENING],
	baseURL: ({ town }, use) => use(town.origin)
});

/** Goes on as one of them. */
export async function actAs(
	context: BrowserContext,
	{ cookies, origin }: ReviewedTown,
	who: keyof ReviewedTown['cookies']
): Promise<void> {
	await context.clearCookies({ name: 'session' });
	await context.addCookies([{ name: 'session', value: cookies[who], url: origin, httpOnly: true, sameSite: 'Lax' }]);
}

/** The address of a round's pages. */
export const reviewOf = (round: string, rest = '') => `/assessments/${roundPlace.key}/rounds/${round}/review${rest}`;
