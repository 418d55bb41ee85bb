import { error, redirect } from '@sveltejs/kit';
import { KEY_FOLDER } from '$app/env/private';
import type { Asking } from '#lib/domain/answering/answering.ts';
import { criteriaOf } from '#lib/domain/instrument/instrument.ts';
import { database } from '#lib/server/database.ts';
import { findAnswering, type Answering } from '#lib/server/rounds/passes.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { today } from '#lib/server/today.ts';
import { requireInstrument } from '../check/instrument-of.ts';
import type { CookieEvent } from '../cookies.ts';
import { currentPass } from './passes-kept.ts';

/** What the role of whoever answers is asked in this round. */
export function askingOfRole(round: Round, roleCriteria: readonly string[]): Asking {
	const { instrument } = requireInstrument(round);
	return {
		criteria: criteriaOf(instrument, round.scope).filter(({ id }) => roleCriteria.includes(id)),
		variant: round.variant,
		reasonOptional: round.mode === 'confidential',
		hurdles: instrument.hurdles.map(({ id }) => id)
	};
}

/**
 * Whoever is answering in this browser. Without a pass, to where a code is entered; once collecting has ended, to the
 * page of the link, which says so; 404 where the invitation is gone.
 */
export function requireAnswering(event: CookieEvent) {
	const kept = currentPass(event);
	if (!kept) redirect(303, '/answer/enter');
	const { pass, sharedComputer } = kept;
	const found = findAnswering(database(), KEY_FOLDER, pass, today());
	if (!found) error(404, 'answer');
	if ('over' in found) redirect(303, `/answer/${pass.linkPart}-${pass.token}`);
	const { instrument } = requireInstrument(found.round);
	return { ...found, sharedComputer, instrument, asking: askingOfRole(found.round, found.criteria) };
}

/** What stands for a response in its own browser: nothing that the server stores, and not the code itself. */
export function browserName({ pass }: Answering): string {
	return sha256(`browser ${pass.code}`).slice(0, 16);
}
