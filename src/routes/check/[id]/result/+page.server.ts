import { resultView } from '#lib/domain/result-view.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { aboutCheck, resultOf } from '#lib/server/results.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { requireCheck } from '../../own-checks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	const loaded = requireInstrument(check);
	const source = await resultOf(database(), check, loaded);
	return {
		id: check.id,
		view: resultView(source, getLocale()),
		about: aboutCheck(check, loaded, getLocale())
	};
};
