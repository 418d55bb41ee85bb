import { error } from '@sveltejs/kit';
import { findInstrument } from '#lib/instruments/index.ts';

/** The instrument of a check; versions live side by side, so a missing one is a fault of the installation. */
export function requireInstrument(check: { instrumentId: string; instrumentVersion: string }) {
	const found = findInstrument(check.instrumentId, check.instrumentVersion);
	if (!found) error(500, `Instrument ${check.instrumentId} ${check.instrumentVersion} is missing`);
	return found;
}
