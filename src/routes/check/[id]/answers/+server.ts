import { json } from '@sveltejs/kit';
import { askingOf } from '#lib/domain/answering/answering.ts';
import { saveAnswers } from '#lib/server/checks/answers.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { answerPut } from '../../../answering/put-request.ts';
import { saving } from '../../limits.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { RequestHandler } from './$types';

/** Saves changes of a check as they are made. */
export const PUT: RequestHandler = async (event) => {
	if (!saving.allows(event.getClientAddress())) return json({ message: 'limit' }, { status: 429 });
	const check = await requireCheck(event);
	const asking = askingOf(requireInstrument(check).instrument, check);
	return answerPut(event.request, asking, (changes) => saveAnswers(database(), check.id, changes, today()));
};
