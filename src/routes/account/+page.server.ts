import { requireUser } from '../guards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { name, email, operator } = requireUser(event);
	return { name, email, operator };
};
