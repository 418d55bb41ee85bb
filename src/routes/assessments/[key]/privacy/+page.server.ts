import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../guards.ts';
import { operator } from '../../../operator.ts';
import type { PageServerLoad } from './$types';

/** A page to read and to print. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
	await requireMember(event, 'readMunicipality');
	return { operator: operator(), today: today() };
};
