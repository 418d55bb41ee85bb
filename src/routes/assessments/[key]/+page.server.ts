import { requireMember } from '../../guards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readMunicipality');
	return { who, municipality };
};
