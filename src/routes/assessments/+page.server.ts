import { database } from '#lib/server/database.ts';
import { findOwnMunicipalities } from '#lib/server/municipalities/participants.ts';
import { requireUser } from '../guards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = requireUser(event);
	return { municipalities: await findOwnMunicipalities(database(), id) };
};
