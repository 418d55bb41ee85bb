/** Rounds whose collecting has ended, with made-up responses straight into the tables. */
import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { HurdleAnswer } from '#lib/domain/answering/hurdle.ts';
import type { CriterionAnswer, ItemAnswer, Rating } from '#lib/domain/answering/rating.ts';
import type { Phase, RoundSettings } from '#lib/domain/round/round.ts';
import type { Db } from '#lib/server/db/open.ts';
import { response, responseAnswer, round } from '#lib/server/db/schema-rounds.ts';
import { findRound, type Round } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';
import { makeRound, roundPlace } from './making-rounds.ts';

export const ENDED_ON = '2026-12-21';

/** What one person answered, by question; a bare rating is an answer without more. */
export interface Answered {
	role: string | null;
	name?: string;
	answers: Record<string, Rating | ItemAnswer | CriterionAnswer | HurdleAnswer>;
}

/** Makes a round in this phase with these responses submitted; gives its id. */
export async function makeAnsweredRound(
	db: Db,
	people: readonly Answered[],
	changes: Partial<RoundSettings> = {},
	phase: Phase = 'consensus',
	place?: Parameters<typeof makeRound>[2]
): Promise<string> {
	const id = await makeRound(db, changes, place);
	await db.write((writer) => {
		writer.update(round).set({ phase, collectedOn: ENDED_ON }).where(eq(round.assessmentId, id)).run();
		for (const { role, name, answers } of people) {
			const key = randomBytes(16).toString('base64url');
			writer
				.insert(response)
				.values({ key, assessmentId: id, role, name: name ?? null, submittedOn: ENDED_ON })
				.run();
			for (const [questionId, answer] of Object.entries(answers)) {
				const value = typeof answer === 'object' ? answer : { rating: answer };
				writer.insert(responseAnswer).values({ responseKey: key, questionId, revision: 1, value }).run();
			}
		}
	});
	return id;
}

/**
 * As if the rounds that are in consensus had ended collecting today: the service that shows them to a story deletes no
 * answers then (D16), in whatever year the story is told.
 */
export async function endToday(db: Db): Promise<void> {
	await db.write((writer) =>
		writer.update(round).set({ collectedOn: today() }).where(eq(round.phase, 'consensus')).run()
	);
}

/** The round as its pages find it. */
export function requireMade(db: Db, id: string, key: string = roundPlace.key): Round {
	const found = findRound(db, key, id);
	if (!found) throw new Error('There is no such round');
	return found;
}
