import { Extent, extentOf } from '#lib/domain/answering/check-start.ts';
import { itemsOf, pick } from '#lib/domain/instrument/instrument.ts';
import { estimateMinutes } from '#lib/domain/instrument/reading-time.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What can be asked, with how much it is, in the language of the page. */
export function extentChoices() {
	const locale = getLocale();
	const { instrument } = currentInstrument();
	return Extent.options.map((id) => {
		const { variant, scope } = extentOf(id);
		const dimension = instrument.dimensions.find((one) => one.id === scope);
		return {
			id,
			items: itemsOf(instrument, variant, scope).length,
			minutes: estimateMinutes(instrument, variant, locale, scope),
			name: dimension && pick(dimension.name, locale)
		};
	});
}
