import { viewWithoutFreeText } from '#lib/domain/result/free-text.ts';
import { resultView } from '#lib/domain/result/view.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { aboutCheck, resultOf } from '#lib/server/checks/results.ts';
import { requireInstrument } from '../../check/instrument-of.ts';
import { ownComparison } from '../../own-comparison.ts';
import { requireSharedCheck } from '../shared-check.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireSharedCheck(event);
	const loaded = requireInstrument(check);
	const source = await resultOf(database(), check, loaded);
	return {
		token: event.params.token,
		view: viewWithoutFreeText(resultView(source, getLocale())),
		about: aboutCheck(check, loaded, getLocale()),
		comparison: ownComparison(check, source, event.url)
	};
};
