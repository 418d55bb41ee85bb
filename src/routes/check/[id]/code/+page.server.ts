import { requireCheck } from '../../own-checks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, code, sharedComputer, savedOn, createdOn } = await requireCheck(event);
	return { id, code, sharedComputer, fresh: savedOn === createdOn, origin: event.url.origin };
};
