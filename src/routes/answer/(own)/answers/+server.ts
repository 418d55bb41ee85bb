import { error, json } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import { database } from '#lib/server/database.ts';
import { findAnswering } from '#lib/server/rounds/passes.ts';
import { saveResponseAnswers } from '#lib/server/rounds/responses.ts';
import { today } from '#lib/server/today.ts';
import { answerPut } from '../../../answering/put-request.ts';
import { saving } from '../../../check/limits.ts';
import { currentPass } from '../../passes-kept.ts';
import { askingOfRole } from '../../require-answering.ts';
import type { RequestHandler } from './$types';

/** Saves changes of one's own answers as they are made. */
export const PUT: RequestHandler = async (event) => {
	if (!saving.allows(event.getClientAddress())) return json({ message: 'limit' }, { status: 429 });
	const pass = currentPass(event)?.pass;
	const found = pass && findAnswering(database(), KEY_FOLDER, pass, today());
	if (!found) error(404, 'answer');
	if ('over' in found) return json({ message: 'over' }, { status: 409 });
	return answerPut(event.request, askingOfRole(found.round, found.criteria), (changes) =>
		saveResponseAnswers(database(), KEY_FOLDER, pass, changes, today())
	);
};
