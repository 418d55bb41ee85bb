import { currentInstrument } from '#lib/instruments/index.ts';
import { estimateMinutes } from '#lib/domain/instrument/reading-time.ts';
import { findChecks } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { ownCodes } from './own-checks.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { instrument } = currentInstrument();
	const checks = await findChecks(database(), hashCode, ownCodes(event));
	return {
		minutes: {
			short: estimateMinutes(instrument, 'short', getLocale()),
			full: estimateMinutes(instrument, 'full', getLocale())
		},
		own: checks.map(({ id, state, savedOn, variant, profile }) => ({
			id,
			state,
			savedOn,
			variant,
			name: profile.municipality?.name
		}))
	};
};
