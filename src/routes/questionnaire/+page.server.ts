import { Variant } from '#lib/domain/instrument/schema.ts';
import { glossaryOf, localise } from '#lib/domain/instrument/localise.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { askedVariant, extentOf } from './extents.ts';
import type { PageServerLoad } from './$types';

/** A page to read: without scripts it is a third of the size. */
export const csr = false;

export const load: PageServerLoad = ({ url }) => {
	const locale = getLocale();
	const { instrument, sha256 } = currentInstrument();
	return {
		instrument: localise(instrument, locale),
		glossary: glossaryOf(instrument, locale),
		sha256,
		variant: askedVariant(url),
		extents: Variant.options.map((variant) => extentOf(instrument, variant))
	};
};
