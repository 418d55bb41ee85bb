import { askingOf } from '#lib/domain/answering/answering.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { saveAnswers } from '#lib/server/checks/answers.ts';
import { answersOf } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { criterionPage, readCriterion, saveCriterion } from '../../../answering/criterion-page.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function requireAsking(event: RequestEvent | Parameters<PageServerLoad>[0]) {
	const check = await requireCheck(event);
	const { instrument } = requireInstrument(check);
	return { check, instrument, asking: askingOf(instrument, check), id: event.params.criterion };
}

export const load: PageServerLoad = async (event) => {
	const { check, instrument, asking, id } = await requireAsking(event);
	return {
		check: { id: check.id, open: check.state === 'open' },
		...criterionPage(instrument, asking, id, await answersOf(database(), check.id), getLocale())
	};
};

async function read(event: RequestEvent, form: FormData) {
	const { asking, id } = await requireAsking(event);
	return readCriterion(asking, id, form);
}

export const actions = keepTyped(read, {
	default: async (event) => {
		const { check, asking, id } = await requireAsking(event);
		return saveCriterion({
			...{ asking, id },
			form: await event.request.formData(),
			answers: await answersOf(database(), check.id),
			save: (changes) => saveAnswers(database(), check.id, changes, today()),
			base: `/check/${check.id}`
		});
	}
} satisfies Actions);
