import { redirect } from '@sveltejs/kit';
import { askingOf, statusOfCriteria } from '#lib/domain/answering/answering.ts';
import { answersOf } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { finishCheck } from '#lib/server/checks/finishing.ts';
import { today } from '#lib/server/today.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	if (check.state === 'closed') redirect(303, `/check/${check.id}/result`);
	const { instrument } = requireInstrument(check);
	const status = statusOfCriteria(askingOf(instrument, check), await answersOf(database(), check.id));
	return { id: check.id, open: status.reduce((sum, { asked, answered }) => sum + asked - answered, 0) };
};

export const actions = keepTyped(nothingTyped, {
	default: async (event) => {
		const check = await requireCheck(event);
		await finishCheck(database(), check.id, requireInstrument(check), today());
		redirect(303, `/check/${check.id}/result`);
	}
} satisfies Actions);
