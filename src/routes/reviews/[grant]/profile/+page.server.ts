import { readProgress } from '#lib/server/reviews/ratings.ts';
import { differencesOf } from '../../differences.ts';
import { openPage } from '../review-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	openPage(event, 'profile', ({ grant, round }, reader) =>
		differencesOf(round, readProgress(reader, grant.id), grant.includesReasons)
	);
