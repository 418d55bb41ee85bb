import { estimateMinutes } from '#lib/domain/instrument/reading-time.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { exampleResult } from '#lib/server/checks/example-result.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const { instrument } = currentInstrument();
	const locale = getLocale();
	const { headline, levels, dimensions, steps } = exampleResult(instrument, locale);
	return {
		minutes: {
			short: estimateMinutes(instrument, 'short', locale),
			full: estimateMinutes(instrument, 'full', locale)
		},
		example: {
			...{ headline, levels },
			dimensions: dimensions.map((dimension) => ({
				...dimension,
				criteria: dimension.criteria.map((criterion) => ({ ...criterion, items: [] }))
			})),
			step: steps[0]?.action
		}
	};
};
