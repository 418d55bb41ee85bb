import { and, eq, sql } from 'drizzle-orm';
import type { AnswerValue } from '#lib/domain/answering/answer-value.ts';
import { decideRevision, type Decision, type Revised } from '#lib/domain/answering/revision.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { answer, assessment } from '#lib/server/db/schema.ts';

/** One change of one answer. That the question belongs to the instrument is checked by the caller. */
export interface AnswerChange extends Revised<AnswerValue> {
	/** an item's id (`D1.1`), a criterion's (`D1`), or `hurdles` */
	questionId: string;
}

/** What became of a change, with the revision and value that are stored now. */
export interface SavedAnswer extends AnswerChange {
	status: Decision;
}

export interface StoredAnswer extends AnswerChange {
	/** copied from a finished check and not looked at again yet */
	toBeConfirmed: boolean;
}

/** `closed`: the check is finished and takes no answers any more; `unknown`: there is no such check. */
export interface SaveRefusal {
	refused: 'closed' | 'unknown';
}

/**
 * Saves changes of one check, all or none; resolves after they have been synced. The highest revision wins, a
 * repeated one changes nothing, the same revision with another value is a conflict and leaves what is stored (F6, F7).
 * @param today day of the save (`YYYY-MM-DD`), from which the retention of an open check counts
 */
export function saveAnswers(
	db: Db,
	assessmentId: string,
	changes: AnswerChange[],
	today: string
): Promise<SavedAnswer[] | SaveRefusal> {
	return db.write((writer) => {
		const statements = saving(writer);
		const found = statements.assessment.get({ assessmentId });
		if (!found) return { refused: 'unknown' };
		if (found.state === 'closed') return { refused: 'closed' };
		const saved = changes.map((change) => saveAnswer(writer, assessmentId, change));
		if (saved.some(({ status }) => status === 'saved')) statements.stamp.run({ assessmentId, today });
		return saved;
	});
}

function saveAnswer(writer: Writer, assessmentId: string, change: AnswerChange): SavedAnswer {
	const statements = saving(writer);
	const stored = statements.answer.get({ assessmentId, questionId: change.questionId });
	return saveRevision(stored, change, (newer) => statements.put.run({ assessmentId, ...newer }));
}

/** Lets the revision decide between what is stored and a change (F6, F7); `put` stores it where it wins. */
export function saveRevision(
	stored: Revised<AnswerValue> | undefined,
	change: AnswerChange,
	put: (change: AnswerChange) => void
): SavedAnswer {
	const { questionId, revision, value } = change;
	const status = decideRevision(stored, change);
	if (status === 'saved') put({ questionId, revision, value });
	return { questionId, status, ...(stored && status !== 'saved' ? stored : { revision, value }) };
}

const saving = prepared((connection) => ({
	assessment: connection
		.select({ state: assessment.state })
		.from(assessment)
		.where(eq(assessment.id, sql.placeholder('assessmentId')))
		.prepare(),
	answer: connection
		.select({ revision: answer.revision, value: answer.value })
		.from(answer)
		.where(
			and(
				eq(answer.assessmentId, sql.placeholder('assessmentId')),
				eq(answer.questionId, sql.placeholder('questionId'))
			)
		)
		.prepare(),
	put: connection
		.insert(answer)
		.values({
			assessmentId: sql.placeholder('assessmentId'),
			questionId: sql.placeholder('questionId'),
			revision: sql.placeholder('revision'),
			value: sql.placeholder('value'),
			toBeConfirmed: false
		})
		.onConflictDoUpdate({
			target: [answer.assessmentId, answer.questionId],
			set: { revision: sql`excluded.revision`, value: sql`excluded.value`, toBeConfirmed: false }
		})
		.prepare(),
	stamp: connection
		.update(assessment)
		// A clock that has gone back must not bring the end of the retention nearer (F8).
		.set({ savedOn: sql`max(${assessment.savedOn}, ${sql.placeholder('today')})` })
		.where(eq(assessment.id, sql.placeholder('assessmentId')))
		.prepare()
}));

/** All stored answers of a check, in the order of their question ids. */
export function findAnswers(db: Db, assessmentId: string): StoredAnswer[] {
	return readAnswers(db.read, assessmentId);
}

/** The same on a connection of one's own, within a write job for instance. */
export function readAnswers(connection: Reader, assessmentId: string): StoredAnswer[] {
	return finding(connection).all({ assessmentId });
}

const finding = prepared((connection) =>
	connection
		.select({
			questionId: answer.questionId,
			revision: answer.revision,
			value: answer.value,
			toBeConfirmed: answer.toBeConfirmed
		})
		.from(answer)
		.where(eq(answer.assessmentId, sql.placeholder('assessmentId')))
		.orderBy(answer.questionId)
		.prepare()
);
