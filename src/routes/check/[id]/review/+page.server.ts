import { askingOf } from '#lib/domain/answering/answering.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { answersOf } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { reviewPage } from '../../../answering/review-page.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	const { instrument } = requireInstrument(check);
	const answers = await answersOf(database(), check.id);
	return {
		check: { id: check.id, open: check.state === 'open' },
		review: reviewPage(instrument, askingOf(instrument, check), answers, getLocale())
	};
};
