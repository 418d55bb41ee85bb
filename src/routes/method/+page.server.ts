import { METHOD_VERSION } from '#lib/domain/result/frozen.ts';
import { pick } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { comparisonRules } from './comparison-rules.ts';
import { exampleOf } from './example.ts';
import { scoringRules } from './rules.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = () => {
	const { instrument, sha256 } = currentInstrument();
	const locale = getLocale();
	return {
		groups: scoringRules(instrument),
		comparison: comparisonRules(),
		example: exampleOf(instrument, locale),
		itemsPerCriterion: instrument.dimensions[0]?.criteria[0]?.items.length ?? 1,
		versions: {
			method: METHOD_VERSION,
			instrument: { title: pick(instrument.title, locale), version: instrument.version, sha256 }
		}
	};
};
