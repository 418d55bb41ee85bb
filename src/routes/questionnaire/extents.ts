/** How long the questionnaire is, for its page and its file. */
import { itemsOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { estimateMinutes } from '#lib/domain/instrument/reading-time.ts';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What the address asks for; the whole without it. */
export function askedVariant(url: URL): Variant {
	return Variant.safeParse(url.searchParams.get('variant')).data ?? 'full';
}

export function extentOf(instrument: Instrument, variant: Variant) {
	return {
		variant,
		items: itemsOf(instrument, variant).length,
		minutes: estimateMinutes(instrument, variant, getLocale())
	};
}
