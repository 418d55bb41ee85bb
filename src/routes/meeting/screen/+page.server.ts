import { redirect } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findScreenView } from '#lib/server/meeting/screen-views.ts';
import { today } from '#lib/server/today.ts';
import { requireTicket } from '../joined.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { roundId } = requireTicket(event, 'screen');
	const view = await findScreenView(database(), roundId, getLocale(), today());
	if (!view) redirect(303, '/meeting');
	return { view, address: `${event.url.host}/meeting` };
};
