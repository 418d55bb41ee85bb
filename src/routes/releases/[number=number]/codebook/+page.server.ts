import { codebookOf } from '#lib/domain/codebook/codebook.ts';
import { localise } from '#lib/domain/instrument/localise.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { instrumentOf } from '#lib/server/releases/release-files.ts';
import { requireShownRelease } from '../shown-release.ts';
import type { PageServerLoad } from './$types';

/** A page to read: it needs no scripts. */
export const csr = false;

export const load: PageServerLoad = ({ params }) => {
	const { content } = requireShownRelease(params.number);
	return { number: content.number, codebook: localise(codebookOf(instrumentOf(content)), getLocale()) };
};
