import { askedFields } from '#lib/domain/answering/profile-questions.ts';
import { pick, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What the questionnaire lets people choose from about their municipality, such as its Land, in the page's language. */
export function profileOptions(field: string): { id: string; name: string }[] {
	const { instrument } = currentInstrument();
	const options = instrument.profile.find(({ id }) => id === field)?.options ?? [];
	return options.map(({ id, name }) => ({ id, name: pick(name, getLocale()) }));
}

/** The profile's questions that somebody is asked, in the page's language. */
export function profileQuestions(instrument: Instrument) {
	const locale = getLocale();
	return askedFields(instrument).map(({ id, kind, multiple, name, help, options }) => ({
		id,
		kind,
		multiple: multiple ?? false,
		name: pick(name, locale),
		help: help && pick(help, locale),
		options: (options ?? []).map((option) => ({ id: option.id, name: pick(option.name, locale) }))
	}));
}
