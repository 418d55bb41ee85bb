import { estimateMinutes } from '#lib/domain/reading-time.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const { instrument } = currentInstrument();
	return {
		minutes: {
			short: estimateMinutes(instrument, 'short', getLocale()),
			full: estimateMinutes(instrument, 'full', getLocale())
		}
	};
};
