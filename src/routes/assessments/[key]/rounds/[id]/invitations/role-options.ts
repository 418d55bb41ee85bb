import { LOCALES, pick, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import type { RoleNames } from '#lib/domain/round/invitation-list.ts';

/** The roles that are asked, in the order of the instrument. @param asked ids of roles with criteria */
export function roleOptions({ roles }: Instrument, asked: readonly string[], locale: Locale) {
	return roles
		.filter(({ id }) => asked.includes(id))
		.map(({ id, name, description }) => ({ id, name: pick(name, locale), description: pick(description, locale) }));
}

/** The names under which a list may call them, whatever the language of the page. */
export function roleNames({ roles }: Instrument, asked: readonly string[]): RoleNames[] {
	return roles
		.filter(({ id }) => asked.includes(id))
		.map(({ id, name }) => ({ id, names: LOCALES.map((locale) => pick(name, locale)) }));
}
