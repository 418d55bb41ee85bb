import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { findSeries } from '#lib/server/rounds/round-series.ts';
import { requireMember } from '../../../guards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'readSeries');
	return { municipality, view: findSeries(database(), municipality.key, getLocale()) };
};
