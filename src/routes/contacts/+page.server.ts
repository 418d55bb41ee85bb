import { filterContacts } from '#lib/domain/contact/contact.ts';
import { criteriaOf, pick } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { groupName } from '#lib/components/comparison/group-words.ts';
import { findContacts, findOwnReaders } from '#lib/server/contacts/contacts.ts';
import { database } from '#lib/server/database.ts';
import { requireContactReader } from '../guards.ts';
import { bandChoices, stateChoices } from './contact-choices.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { id } = requireContactReader(event);
	const asked = (name: string) => event.url.searchParams.get(name) ?? '';
	const filter = { criterion: asked('criterion'), band: asked('band'), state: asked('state') };
	const contacts = findContacts(database());
	const criteria = criteriaOf(currentInstrument().instrument);
	return {
		own: findOwnReaders(database(), id).map(({ key, name }) => ({ key, name })),
		filter,
		choices: {
			criterion: criteria.map(({ id, name }) => ({ value: id, name: `${id} ${pick(name, getLocale())}` })),
			band: bandChoices(),
			state: stateChoices()
		},
		none: contacts.length === 0,
		contacts: filterContacts(contacts, filter).map(({ key, name, state, criterion, contactPoint, stage }) => ({
			...{ key, name, criterion, contactPoint, stage },
			land: groupName(`state:${state}`)
		}))
	};
};
