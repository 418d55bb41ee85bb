import { database } from '#lib/server/database.ts';
import { findGrantsNaming } from '#lib/server/reviews/grants.ts';
import { requireConsultant } from '../guards.ts';
import { grantLine } from './progress.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { user, own } = requireConsultant(event);
	const held = findGrantsNaming(database(), user.id).filter(({ grant }) => grant.consultancyId === own.consultancyId);
	return {
		email: user.email,
		name: own.name,
		grants: held.map((one) => ({ ...grantLine(one), standsIn: one.grant.standInId === user.id }))
	};
};
