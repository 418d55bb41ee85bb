import { error } from '@sveltejs/kit';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { database } from '#lib/server/database.ts';
import { findRelease } from '#lib/server/releases.ts';
import type { RequestHandler } from './$types';

/** The content byte for byte as the SHA-256 was taken over it. A release never changes, so it is kept for a year. */
export const GET: RequestHandler = ({ params }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	const headers = {
		'content-type': 'application/json',
		'content-disposition': `attachment; filename="standort-2030-release-${release.content.number}.json"`,
		'cache-control': 'public, max-age=31536000, immutable',
		etag: `"${release.sha256}"`
	};
	return new Response(canonicalJson(release.content), { headers });
};
