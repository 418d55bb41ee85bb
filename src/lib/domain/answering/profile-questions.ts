/** The profile's questions that are asked and not taken from the register. */
import type { Instrument, ProfileField } from '#lib/domain/instrument/instrument.ts';
import type { Profile } from '#lib/domain/municipality/municipality.ts';

/** The profile fields that somebody is asked, in instrument order. */
export function askedFields(instrument: Instrument): ProfileField[] {
	return instrument.profile.filter((field) => field.source === 'asked');
}

/** what a form gives: the first and all values of a field */
type Form = Pick<FormData, 'get' | 'getAll'>;

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;

function readField(field: ProfileField, form: Form): string | number | string[] | undefined | null {
	const typed = form
		.getAll(field.id)
		.map((value) => String(value).trim())
		.filter(Boolean);
	const [first] = typed;
	if (first === undefined) return undefined;
	if (field.kind === 'year') {
		const year = Number(first);
		return Number.isInteger(year) && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? year : null;
	}
	const known = typed.every((id) => field.options?.some((option) => option.id === id));
	if (!known) return null;
	return field.multiple ? typed : first;
}

/** Reads the asked fields; empty ones are left out, `wrong` names those that hold what they cannot hold. */
export function readAsked(instrument: Instrument, form: Form): { asked: Profile['asked']; wrong: string[] } {
	const asked: Profile['asked'] = {};
	const wrong: string[] = [];
	for (const field of askedFields(instrument)) {
		const value = readField(field, form);
		if (value === null) wrong.push(field.id);
		else if (value !== undefined) asked[field.id] = value;
	}
	return { asked, wrong };
}
