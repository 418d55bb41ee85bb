import { pick } from '#lib/domain/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What the questionnaire lets people choose from about their municipality, such as its Land, in the page's language. */
export function profileOptions(field: string): { id: string; name: string }[] {
	const { instrument } = currentInstrument();
	const options = instrument.profile.find(({ id }) => id === field)?.options ?? [];
	return options.map(({ id, name }) => ({ id, name: pick(name, getLocale()) }));
}
