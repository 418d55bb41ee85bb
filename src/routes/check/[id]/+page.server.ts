import { error, redirect } from '@sveltejs/kit';
import { askingOf, ratingOf } from '#lib/domain/answering/answering.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { readingMinutes } from '#lib/domain/instrument/reading-time.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { answersOf, copyCheck } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { today } from '#lib/server/today.ts';
import { taskList } from '../../answering/task-list.ts';
import { requireInstrument } from '../instrument-of.ts';
import { keepTyped, nothingTyped } from '../../storage-refusal.ts';
import { checkMaking } from '../limits.ts';
import { rememberCode, requireCheck } from '../own-checks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	const { instrument } = requireInstrument(check);
	const locale = getLocale();
	const answers = await answersOf(database(), check.id);
	const left = itemsOf(instrument, check.variant, check.scope).filter(
		({ id }) => ratingOf(answers.get(id)) === undefined
	);
	return {
		check: { id: check.id, code: check.code, state: check.state, savedOn: check.savedOn, shared: check.sharedComputer },
		readingMinutes: readingMinutes(left, locale),
		name: check.profile.municipality?.name,
		answersFor: check.profile.answersFor?.name,
		dimensions: taskList(instrument, askingOf(instrument, check), answers, locale)
	};
};

export const actions = keepTyped(nothingTyped, {
	/** Goes on from a finished check in a copy. */
	copy: async (event) => {
		const check = await requireCheck(event);
		if (!checkMaking.allows(event.getClientAddress())) error(429, 'limit');
		const copy = await copyCheck(database(), hashCode, check, today());
		if (!copy) redirect(303, `/check/${check.id}`);
		rememberCode(event, copy.code, check.sharedComputer);
		redirect(303, `/check/${copy.id}/code`);
	}
} satisfies Actions);
