import { error } from '@sveltejs/kit';
import { codebookOf } from '#lib/domain/codebook.ts';
import { localise } from '#lib/domain/localise.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { instrumentOf } from '#lib/server/release-files.ts';
import { findRelease } from '#lib/server/releases.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = ({ params }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	if (release.retraction) error(410, m.explorer_retracted_file());
	return {
		number: release.content.number,
		codebook: localise(codebookOf(instrumentOf(release.content)), getLocale())
	};
};
