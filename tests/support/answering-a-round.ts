/** What people who were invited do, as often as a test wants it. */
import type { AnswerChange } from '#lib/server/checks/answers.ts';
import { response } from '#lib/server/db/schema-rounds.ts';
import { findAnswering, makePass, type Pass } from '#lib/server/rounds/passes.ts';
import { saveResponseAnswers, submitResponse } from '#lib/server/rounds/responses.ts';
import { invite, type StartedRound } from './making-rounds.ts';

export const ANSWERED_ON = '2026-11-25';

/** A change that gives an item this level. */
export function level(questionId: string, rating: 1 | 2 | 3 | 4 | 5, revision = 1): AnswerChange {
	return { questionId, revision, value: { rating } };
}

/** Invites one more person and opens the link. */
export async function redeem(started: StartedRound, role = 'staff') {
	const invited = await invite(started, role);
	return { invited, pass: makePass(invited) };
}

export function save({ db, keys }: StartedRound, pass: Pass, changes = [level('A1.1', 3)], today = ANSWERED_ON) {
	return saveResponseAnswers(db, keys, pass, changes, today);
}

export function submit({ db, keys }: StartedRound, pass: Pass, today = ANSWERED_ON) {
	return submitResponse(db, keys, pass, today);
}

/** Everything that is stored of the responses besides their answers. */
export function storedResponses({ db }: StartedRound) {
	return db.read.select().from(response).all();
}

/** What a valid pass opens. */
export function answering({ db, keys }: StartedRound, pass: Pass, today = ANSWERED_ON) {
	const found = findAnswering(db, keys, pass, today);
	if (!found || 'over' in found) throw new Error('Should be answering');
	return found;
}
