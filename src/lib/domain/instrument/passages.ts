/** The passages of a text file: every text in one language, with its place. */
import { LOCALES, type Locale } from './instrument.ts';

export interface Passage {
	path: PropertyKey[];
	locale: Locale;
	text: string;
	/** the same place in the other language, if there is one */
	other: unknown;
	/** what the text is: `levels`, `next`, `statement`, `help` … */
	kind: string;
}

/** All passages of parsed YAML, sound or not, in the order of the file. */
export function passagesIn(data: unknown, path: PropertyKey[] = []): Passage[] {
	if (typeof data !== 'object' || data === null) return [];
	const entries: [PropertyKey, unknown][] = Array.isArray(data) ? [...data.entries()] : Object.entries(data);
	return entries.flatMap(([key, value]) => {
		const locale = LOCALES.find((candidate) => candidate === key);
		if (!locale) return passagesIn(value, [...path, key]);
		const other: unknown = Object.entries(data).find(([name]) => name !== key)?.[1];
		return passagesAt(value, other, [...path, key], locale);
	});
}

function passagesAt(value: unknown, other: unknown, path: PropertyKey[], locale: Locale): Passage[] {
	if (Array.isArray(value)) {
		const others: unknown[] = Array.isArray(other) ? other : [];
		return value.flatMap((text, index) => passagesAt(text, others[index], [...path, index], locale));
	}
	if (typeof value !== 'string') return [];
	const names = path.filter((key) => typeof key === 'string' && key !== locale);
	return [{ path, locale, text: value, other, kind: String(names.at(-1) ?? '') }];
}
