import {
	METHOD_VERSION,
	type Frozen,
	type FrozenSolo,
	type FrozenTeam,
	type SoloInputs,
	type TeamInputs
} from './frozen.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { soloOutcome, teamOutcome, type Seeded, type Sha256 } from './outcome.ts';

/** An instrument with the SHA-256 of its canonical JSON. */
export interface SealedInstrument {
	instrument: Instrument;
	sha256: string;
}

/** M15: what closing a solo check stores. */
export function freezeSolo(sealed: SealedInstrument, about: Seeded, inputs: SoloInputs, sha256: Sha256): FrozenSolo {
	return { mode: 'solo', ...headOf(sealed, about), inputs, ...soloOutcome(sealed.instrument, about, inputs, sha256) };
}

/** M15: what closing a round stores. */
export function freezeTeam(sealed: SealedInstrument, about: Seeded, inputs: TeamInputs, sha256: Sha256): FrozenTeam {
	return { mode: 'team', ...headOf(sealed, about), inputs, ...teamOutcome(sealed.instrument, about, inputs, sha256) };
}

function headOf({ instrument, sha256 }: SealedInstrument, { variant, scope, seed }: Seeded) {
	const { id, version } = instrument;
	return { instrument: { id, version, sha256 }, method: METHOD_VERSION, variant, ...(scope && { scope }), seed };
}

/** One digit, or anything else, that has not come out as it is stored. `undefined` stands for what is not there. */
export interface Difference {
	/** keys from the top, as in `result.criteria.D1.score` */
	path: string;
	stored: unknown;
	again: unknown;
}

/**
 * M15: calculates a closed assessment again from its stored inputs, M11 excepted. Any difference is an alarm, never an
 * update; empty if every digit is the same.
 */
export function replay(frozen: Frozen, sealed: SealedInstrument, sha256: Sha256): Difference[] {
	const again =
		frozen.mode === 'solo'
			? freezeSolo(sealed, frozen, frozen.inputs, sha256)
			: freezeTeam(sealed, frozen, frozen.inputs, sha256);
	return differences(frozen, again, []);
}

function differences(stored: unknown, again: unknown, path: readonly string[]): Difference[] {
	if (!isBranch(stored) || !isBranch(again))
		return Object.is(stored, again) ? [] : [{ path: path.join('.'), stored, again }];
	const keys = new Set([...Object.keys(stored), ...Object.keys(again)]);
	return [...keys].flatMap((key) => differences(stored[key], again[key], [...path, key]));
}

function isBranch(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
