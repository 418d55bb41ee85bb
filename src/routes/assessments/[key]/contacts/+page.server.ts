import { fail, redirect } from '@sveltejs/kit';
import { EMPTY_OFFER, type OfferField, type TypedOffer } from '#lib/domain/contact/form.ts';
import { readOffer } from '#lib/domain/contact/contact.ts';
import { criteriaOf, pick } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { isExcluded } from '#lib/server/contacts/contact-oversight.ts';
import { findReceived } from '#lib/server/contacts/contact-messages.ts';
import { findOwnOffers, offerContact, withdrawContact } from '#lib/server/contacts/contacts.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { requireMember } from '../../../guards.ts';
import { keepTyped } from '../../../storage-refusal.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

async function requireDeed(event: RequestEvent) {
	const { user, municipality } = await requireMember(event, 'offerContact');
	return { key: municipality.key, userId: user.id, today: today() };
}

export const load: PageServerLoad = async (event) => {
	const { municipality } = await requireMember(event, 'offerContact');
	const criteria = criteriaOf(currentInstrument().instrument);
	return {
		entry: EMPTY_OFFER,
		criteria: criteria.map(({ id, name }) => ({ id, name: pick(name, getLocale()) })),
		offers: findOwnOffers(database(), municipality.key),
		waiting: findReceived(database(), municipality.key).filter(({ state }) => state === 'open').length,
		excluded: isExcluded(database(), municipality.key)
	};
};

function typed(_: RequestEvent, form: FormData): { typed: TypedOffer; wrong: OfferField[] } {
	const text = (name: OfferField) => String(form.get(name) ?? '');
	return {
		typed: { criterion: text('criterion'), contactPoint: text('contactPoint'), stage: text('stage') },
		wrong: []
	};
}

export const actions = keepTyped(typed, {
	offer: async (event) => {
		const deed = await requireDeed(event);
		const kept = typed(event, await event.request.formData());
		const offer = readOffer(kept.typed, currentInstrument().instrument);
		if ('wrong' in offer) return fail(422, { ...kept, wrong: offer.wrong });
		// The page says that the municipality is not verified yet, or excluded.
		if (!(await offerContact(database(), offer, deed))) return fail(422, kept);
		redirect(303, `/assessments/${deed.key}/contacts?offered`);
	},
	withdraw: async (event) => {
		const deed = await requireDeed(event);
		const form = await event.request.formData();
		await withdrawContact(database(), String(form.get('criterion') ?? ''), deed);
		redirect(303, `/assessments/${deed.key}/contacts?withdrawn`);
	}
} satisfies Actions);
