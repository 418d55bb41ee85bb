import type { NamedHurdle } from '#lib/domain/answering/hurdle.ts';
import { pick, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';

/** What somebody has named, in words. */
export function namedHurdles(instrument: Instrument, named: readonly NamedHurdle[], locale: Locale) {
	const words = (list: { name: { de: string; en: string } } | undefined) => (list ? pick(list.name, locale) : '');
	return named.map(({ id, severity }) => ({
		id,
		name: words(instrument.hurdles.find((hurdle) => hurdle.id === id)),
		severity: words(instrument.hurdle_scale.find(({ value }) => value === severity))
	}));
}
