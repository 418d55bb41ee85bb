/** What one person answers in a round: stored under a key that nobody can make without the keys of the round (D14). */
import { and, eq, sql } from 'drizzle-orm';
import { answersById, type Answers } from '#lib/domain/answering/answering.ts';
import { storedRole } from '#lib/domain/round/roles.ts';
import { saveRevision, type AnswerChange, type SavedAnswer } from '#lib/server/checks/answers.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { response, responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { withdrawIn } from './inviting.ts';
import { readAnswering, readResponse, type Answering, type Pass } from './passes.ts';
import { codeHashOf, draftKeyOf, openRoundKeys, responseKeyOf, type RoundKeys } from './round-keys.ts';
import { findRoundByLink, readRoles, readRound } from './rounds.ts';

/** The stored answers of a response by question id. */
export function findResponseAnswers(db: Db, key: string | undefined): Answers {
	const stored = key === undefined ? [] : finding(db.read).all({ key });
	return answersById(stored.map((one) => ({ ...one, toBeConfirmed: false })));
}

/** `over`: nothing more is taken; `unknown`: the pass opens nothing (any more). */
export interface AnswerRefusal {
	refused: 'over' | 'unknown';
}

type Step<T> = (writer: Writer, answering: Answering, keys: RoundKeys) => T;

/** Runs a step of somebody answering in one job, in which the pass is looked at again. */
function answer<T>(db: Db, keyFolder: string, pass: Pass, today: string, step: Step<T>): Promise<T | AnswerRefusal> {
	const id = findRoundByLink(db, pass.linkPart)?.id;
	const keys = id === undefined ? undefined : openRoundKeys(keyFolder, id);
	return db.write((writer) => {
		const round = id === undefined ? undefined : readRound(writer, id);
		const found = round && readAnswering(writer, round, keys, pass, today);
		if (!found) return { refused: 'unknown' };
		return 'over' in found || !keys ? { refused: 'over' } : step(writer, found, keys);
	});
}

/**
 * Saves changes of one response, all or none, by revision as the answers of a check are (F6, F7); the first one begins
 * the response. That the questions are asked is checked by the caller.
 */
export function saveResponseAnswers(
	db: Db,
	keyFolder: string,
	pass: Pass,
	changes: readonly AnswerChange[],
	today: string
): Promise<SavedAnswer[] | AnswerRefusal> {
	return answer(db, keyFolder, pass, today, (writer, answering, keys) => {
		const key = answering.response?.key ?? begin(writer, answering, keys, null);
		const statements = saving(writer);
		return changes.map((change) =>
			saveRevision(statements.answer.get({ key, questionId: change.questionId }), change, (newer) =>
				statements.put.run({ key, ...newer })
			)
		);
	});
}

/** D11: begins a response of an open workshop under the name of whoever agreed to its being shown. */
export function beginOpenResponse(db: Db, keyFolder: string, pass: Pass, name: string, today: string) {
	return answer(db, keyFolder, pass, today, (writer, answering, keys) => {
		if (answering.round.mode === 'open' && !answering.response) begin(writer, answering, keys, name);
		return undefined;
	});
}

function begin(writer: Writer, { round, pass, role }: Answering, keys: RoundKeys, name: string | null): string {
	const key = draftKeyOf(keys, pass.token, pass.code);
	const ownName = readRoles(writer, round.id).find((one) => one.role === role)?.ownName;
	writer
		.insert(response)
		.values({
			...{ key, name },
			assessmentId: round.id,
			role: ownName || round.mode === 'open' ? role : storedRole(role, 0),
			codeHash: codeHashOf(keys, pass.code)
		})
		.run();
	return key;
}

/**
 * Submits a response: from now on it counts, in place of whatever was submitted by the same link before. The day of the
 * earlier submission stays, so that nobody sees that something was replaced.
 */
export function submitResponse(
	db: Db,
	keyFolder: string,
	pass: Pass,
	today: string
): Promise<{ submittedOn: string } | AnswerRefusal | { refused: 'empty' }> {
	return answer(db, keyFolder, pass, today, (writer, { response: own, reusable }, keys) => {
		if (!own) return { refused: 'empty' } as const;
		if (own.submittedOn !== undefined) return { submittedOn: own.submittedOn };
		const final = reusable ? own.key : responseKeyOf(keys, pass.token);
		const earlier = reusable ? undefined : readResponse(writer, final);
		const submittedOn = earlier?.submittedOn ?? today;
		if (earlier) writer.delete(response).where(eq(response.key, final)).run();
		writer.update(response).set({ key: final, submittedOn }).where(eq(response.key, own.key)).run();
		return { submittedOn };
	});
}

/** Withdraws a response: its answers are deleted at once, and the link can be used again until collecting ends. */
export async function withdrawResponse(
	db: Db,
	keyFolder: string,
	pass: Pass,
	today: string
): Promise<AnswerRefusal | undefined> {
	const withdrawn = await answer(db, keyFolder, pass, today, (writer, { round, response: own }) => {
		if (!own) return undefined;
		// In a confidential round it is counted on, or whoever watches the count would learn of it.
		if (round.mode === 'confidential' && own.submittedOn !== undefined) withdrawIn(writer, own.key);
		else writer.delete(response).where(eq(response.key, own.key)).run();
		return own.key;
	});
	if (typeof withdrawn === 'object') return withdrawn;
	if (withdrawn !== undefined) db.deletions.add('answers', [withdrawn], today);
	return undefined;
}

const finding = prepared((connection) =>
	connection
		.select({
			questionId: responseAnswer.questionId,
			revision: responseAnswer.revision,
			value: responseAnswer.value
		})
		.from(responseAnswer)
		.where(eq(responseAnswer.responseKey, sql.placeholder('key')))
		.orderBy(responseAnswer.questionId)
		.prepare()
);

const saving = prepared((connection) => ({
	answer: connection
		.select({ revision: responseAnswer.revision, value: responseAnswer.value })
		.from(responseAnswer)
		.where(
			and(
				eq(responseAnswer.responseKey, sql.placeholder('key')),
				eq(responseAnswer.questionId, sql.placeholder('questionId'))
			)
		)
		.prepare(),
	put: connection
		.insert(responseAnswer)
		.values({
			responseKey: sql.placeholder('key'),
			questionId: sql.placeholder('questionId'),
			revision: sql.placeholder('revision'),
			value: sql.placeholder('value')
		})
		.onConflictDoUpdate({
			target: [responseAnswer.responseKey, responseAnswer.questionId],
			set: { revision: sql`excluded.revision`, value: sql`excluded.value` }
		})
		.prepare()
}));
