import { error } from '@sveltejs/kit';
import { pick } from '#lib/domain/instrument/instrument.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { instrumentOf } from '#lib/server/releases/release-files.ts';
import { findRelease, type Release } from '#lib/server/releases/releases.ts';

/** @throws 404 where there is none, 410 where it was taken back */
export function requireShownRelease(number: string): Release {
	const release = findRelease(database(), Number(number));
	if (!release) error(404);
	if (release.retraction) error(410, m.explorer_retracted_file({ reason: release.retraction.reason }));
	return release;
}

/** Names of dimensions and criteria by id, by the latest questionnaire behind the release. */
export function measureNames({ content }: Release): Record<string, string> {
	const named = instrumentOf(content).dimensions.flatMap((dimension) => [dimension, ...dimension.criteria]);
	return Object.fromEntries(named.map(({ id, name }) => [id, pick(name, getLocale())]));
}
