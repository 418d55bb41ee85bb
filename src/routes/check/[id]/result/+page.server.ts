import { fail, redirect } from '@sveltejs/kit';
import { resultView } from '#lib/domain/result/view.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { endSharing, shareCheck } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { mayMakePdf } from '#lib/server/documents/typst.ts';
import { hashCode } from '#lib/server/keys.ts';
import { aboutCheck, resultOf } from '#lib/server/checks/results.ts';
import { today } from '#lib/server/today.ts';
import { ownComparison } from '../../../own-comparison.ts';
import { keepTyped, nothingTyped } from '../../../storage-refusal.ts';
import { requireInstrument } from '../../instrument-of.ts';
import { linkMaking } from '../../limits.ts';
import { requireCheck } from '../../own-checks.ts';
import { forgetToken, keepToken, shownToken } from './share-link.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const check = await requireCheck(event);
	const loaded = requireInstrument(check);
	const source = await resultOf(database(), check, loaded);
	return {
		id: check.id,
		view: resultView(source, getLocale()),
		about: aboutCheck(check, loaded, getLocale()),
		comparison: ownComparison(check, source, event.url),
		pdf: mayMakePdf(),
		share: { exists: check.shared, token: await shownToken(event, check.id) }
	};
};

export const actions = keepTyped(nothingTyped, {
	share: async (event) => {
		const check = await requireCheck(event);
		if (!linkMaking.allows(event.getClientAddress())) return fail(429, { problem: 'limit' } as const);
		keepToken(event, check.id, await shareCheck(database(), hashCode, check.id, today()));
		redirect(303, `/check/${check.id}/result#share`);
	},
	endSharing: async (event) => {
		const check = await requireCheck(event);
		await endSharing(database(), check.id, today());
		forgetToken(event, check.id);
		redirect(303, `/check/${check.id}/result#share`);
	}
} satisfies Actions);
