import { requireCheck } from '../../own-checks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id, code, sharedComputer } = await requireCheck(event);
	return { id, code, sharedComputer };
};
