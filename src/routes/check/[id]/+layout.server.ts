import { requireCheck } from '../own-checks.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { id, sharedComputer } = await requireCheck(event);
	return { saving: { id, sharedComputer } };
};
