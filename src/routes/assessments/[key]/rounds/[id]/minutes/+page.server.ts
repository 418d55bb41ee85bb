import { requireRound } from '../../../../../guards.ts';
import { minutesOf } from './minutes-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { round, municipality } = await requireRound(event, 'readMeeting');
	return minutesOf(round, municipality.name);
};
