import { findSent } from '#lib/server/contacts/contact-messages.ts';
import { database } from '#lib/server/database.ts';
import { requireMember } from '../../../../guards.ts';
import { criterionName } from '../../../../contacts/criterion-name.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'readSentContacts');
	return {
		messages: findSent(database(), municipality.key).map(({ id, criterion, to, sentOn, state }) => ({
			...{ id, sentOn, state, name: to.name, criterion: criterionName(criterion) }
		}))
	};
};
