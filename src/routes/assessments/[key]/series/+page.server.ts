import { getLocale } from '#lib/paraglide/runtime.js';
import { requireMember } from '../../../guards.ts';
import { closedSeries } from './closed-series.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'readSeries');
	return { municipality, view: closedSeries(municipality.key, getLocale()) };
};
