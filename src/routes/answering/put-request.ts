/** Saving as it is typed: what a page puts on the server, and what it is told. */
import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { readValue, type Asking } from '#lib/domain/answering/answering.ts';
import type { AnswerChange, SavedAnswer } from '#lib/server/checks/answers.ts';

/** more than a whole questionnaire with its criteria */
const MOST_CHANGES = 100;

const Save = z.strictObject({
	changes: z
		.array(z.strictObject({ questionId: z.string(), revision: z.int().min(1), value: z.unknown() }))
		.min(1)
		.max(MOST_CHANGES)
});

/**
 * Answers a put of changes: 200 with what became of each; 409 where one met another value under the same revision or
 * nothing is taken any more; nothing of a malformed request is saved.
 */
export async function answerPut(
	request: Request,
	asking: Asking,
	save: (changes: AnswerChange[]) => Promise<SavedAnswer[] | { refused: string }>
): Promise<Response> {
	const body = Save.safeParse(await request.json().catch(() => undefined));
	if (!body.success) return json({ message: 'malformed' }, { status: 400 });

	const changes = [];
	for (const { questionId, revision, value } of body.data.changes) {
		const read = readValue(asking, questionId, value);
		if (!read) return json({ message: 'invalid', questionId }, { status: 422 });
		changes.push({ questionId, revision, value: read });
	}
	const outcomes = await save(changes);
	if ('refused' in outcomes) return json({ message: outcomes.refused }, { status: 409 });
	return json({ outcomes }, { status: outcomes.some(({ status }) => status === 'conflict') ? 409 : 200 });
}
