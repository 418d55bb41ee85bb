import { requireMember } from '../../guards.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
	const { who, municipality } = await requireMember(event, 'readMunicipality');
	return { who, municipality };
};
