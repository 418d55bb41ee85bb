/**
 * D10: municipalities learn from each other. A contact is offered criterion by criterion, with the stage that the
 * municipality states itself, or none; nothing here knows a result.
 */
import { z } from 'zod';
import { CONTACT_POINT_MAXIMUM, STATED_STAGES, type OfferField, type TypedOffer } from './form.ts';
import { criteriaOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { bandOf } from '#lib/domain/municipality/municipality.ts';

export interface ContactOffer {
	criterion: string;
	contactPoint: string;
	/** 1–5; null where none is stated */
	stage: number | null;
}

/** E-mail and web addresses, and telephone numbers: until somebody answers, no way to reach them is shown. */
const ADDRESS = /@|:\/\/|www\.|(\d[\s/()-]*){6}/i;

const typedFor = (instrument: Instrument) => {
	const known = new Set(criteriaOf(instrument).map(({ id }) => id));
	return z.object({
		criterion: z.string().refine((id) => known.has(id)),
		contactPoint: z
			.string()
			.trim()
			.min(1)
			.max(CONTACT_POINT_MAXIMUM)
			.refine((text) => !ADDRESS.test(text)),
		stage: z.enum(['', ...STATED_STAGES.map(String)]).transform((typed) => (typed === '' ? null : Number(typed)))
	});
};

/** The offer, or the fields that cannot be accepted, in their order. */
export function readOffer(typed: TypedOffer, instrument: Instrument): ContactOffer | { wrong: OfferField[] } {
	const read = typedFor(instrument).safeParse(typed);
	if (read.success) return read.data;
	return { wrong: [...new Set(read.error.issues.map(({ path }) => path[0] as OfferField))] };
}

/** What everybody who may read contacts sees of one. */
export interface ListedContact extends ContactOffer {
	/** register key and name of the municipality */
	key: string;
	name: string;
	/** Land, two digits */
	state: string;
	population: number;
	offeredOn: string;
}

/** Which contacts are shown; an empty part leaves all. */
export interface ContactFilter {
	criterion: string;
	/** population band 1–6 (D3) */
	band: string;
	/** Land, two digits */
	state: string;
}

const byName = new Intl.Collator('de').compare;

/** By name of the municipality, then criterion: the same for whoever reads. */
export function sortContacts(contacts: readonly ListedContact[]): ListedContact[] {
	const order = (a: ListedContact, b: ListedContact) =>
		byName(a.name, b.name) || byName(a.key, b.key) || byName(a.criterion, b.criterion);
	return contacts.toSorted(order);
}

/** Those that the filter leaves, in their order. */
export function filterContacts(contacts: readonly ListedContact[], filter: ContactFilter): ListedContact[] {
	const fits = (wanted: string, is: string) => wanted === '' || wanted === is;
	return contacts.filter(
		({ criterion, population, state }) =>
			fits(filter.criterion, criterion) && fits(filter.band, String(bandOf(population))) && fits(filter.state, state)
	);
}
