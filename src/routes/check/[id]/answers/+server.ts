import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { askingOf, isAsked, schemaOf } from '#lib/domain/answering.ts';
import { saveAnswers } from '#lib/server/answers.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { saving } from '../../limits.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { RequestHandler } from './$types';

/** more than a whole questionnaire with its criteria */
const MOST_CHANGES = 100;

const Save = z.strictObject({
	changes: z
		.array(z.strictObject({ questionId: z.string(), revision: z.int().min(1), value: z.unknown() }))
		.min(1)
		.max(MOST_CHANGES)
});

/**
 * Saves changes of a check as they are made. Answers 200 with what became of each; 409 where one met another value
 * under the same revision or the check is closed; nothing of a malformed request is saved.
 */
export const PUT: RequestHandler = async (event) => {
	if (!saving.allows(event.getClientAddress())) return json({ message: 'limit' }, { status: 429 });
	const check = await requireCheck(event);
	const { instrument } = requireInstrument(check);
	const body = Save.safeParse(await event.request.json().catch(() => undefined));
	if (!body.success) return json({ message: 'malformed' }, { status: 400 });

	const changes = [];
	for (const { questionId, revision, value } of body.data.changes) {
		const read = isAsked(askingOf(instrument, check), questionId) && schemaOf(questionId).safeParse(value);
		if (!read || !read.success) return json({ message: 'invalid', questionId }, { status: 422 });
		changes.push({ questionId, revision, value: read.data });
	}
	const outcomes = await saveAnswers(database(), check.id, changes, today());
	if ('refused' in outcomes) return json({ message: outcomes.refused }, { status: 409 });
	return json({ outcomes }, { status: outcomes.some(({ status }) => status === 'conflict') ? 409 : 200 });
};
