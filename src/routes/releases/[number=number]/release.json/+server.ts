import { error } from '@sveltejs/kit';
import { canonicalJson } from '#lib/domain/canonical.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { findRelease } from '#lib/server/releases.ts';
import type { RequestHandler } from './$types';

/** The content byte for byte as the SHA-256 was taken over it. A release never changes, but can be taken back, so a copy is asked after. */
export const GET: RequestHandler = ({ params }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	if (release.retraction) error(410, m.explorer_retracted_file());
	const headers = {
		'content-type': 'application/json',
		'content-disposition': `attachment; filename="standort-2030-release-${release.content.number}.json"`,
		'cache-control': 'public, max-age=3600, must-revalidate',
		etag: `"${release.sha256}"`
	};
	return new Response(canonicalJson(release.content), { headers });
};
