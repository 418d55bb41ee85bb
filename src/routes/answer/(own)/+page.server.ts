import { hurdlesIn, ratingOf } from '#lib/domain/answering/answering.ts';
import { itemsOfCriterion } from '#lib/domain/instrument/instrument.ts';
import { readingMinutes } from '#lib/domain/instrument/reading-time.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findResponseAnswers } from '#lib/server/rounds/responses.ts';
import { taskList } from '../../answering/task-list.ts';
import { requireAnswering } from '../require-answering.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { round, response, pass, instrument, asking } = requireAnswering(event);
	const answers = findResponseAnswers(database(), response?.key);
	const left = asking.criteria
		.flatMap((criterion) => itemsOfCriterion(criterion, asking.variant))
		.filter(({ id }) => ratingOf(answers.get(id), asking.reasonOptional) === undefined);
	return {
		name: round.profile.municipality?.name ?? '',
		collectUntil: round.collectUntil ?? '',
		submitted: response?.submittedOn !== undefined,
		// Before the first save there is nothing that it would open.
		code: response && pass.code,
		readingMinutes: readingMinutes(left, getLocale()),
		hurdles: hurdlesIn(answers).length,
		dimensions: taskList(instrument, asking, answers, getLocale())
	};
};
