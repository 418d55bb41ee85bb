import { requireGrant } from '../../guards.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
	const { grant, round } = requireGrant(event);
	return { review: { id: grant.id, municipality: round.profile.municipality?.name ?? '', round: round.title } };
};
