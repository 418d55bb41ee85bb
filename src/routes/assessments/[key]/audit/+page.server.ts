import { findAudit } from '#lib/server/municipalities/audit.ts';
import { database } from '#lib/server/database.ts';
import { requireMember } from '../../../guards.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'readAudit');
	return { entries: await findAudit(database(), municipality.key) };
};
