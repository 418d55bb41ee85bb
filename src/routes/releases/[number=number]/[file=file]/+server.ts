import { error } from '@sveltejs/kit';
import { LICENCE_ADDRESS } from '#lib/domain/release-about.ts';
import { RELEASE_FILES } from '#lib/domain/release-file.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { releaseFiles } from '#lib/server/release-files.ts';
import { findRelease } from '#lib/server/releases.ts';
import { limitDownloads } from '../../../check/result-download.ts';
import { publicationOf } from '../../publication.ts';
import type { RequestHandler } from './$types';

/**
 * A file of a release, the same for everybody and in every language. A release never changes, but can be taken back, so a
 * copy is asked after.
 */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const release = findRelease(database(), Number(params.number));
	if (!release) error(404);
	if (release.retraction) error(410, m.explorer_retracted_file());
	limitDownloads(getClientAddress());
	const files = await releaseFiles(release, publicationOf(release.content.number));
	const file = files.find(({ id }) => id === params.file);
	if (!file) error(404);
	return new Response(file.bytes, {
		headers: {
			'content-type': RELEASE_FILES[file.id].type,
			'content-disposition': `attachment; filename="${file.name}"`,
			'cache-control': 'public, max-age=3600, must-revalidate',
			etag: `"${file.sha256}"`,
			link: `<${LICENCE_ADDRESS}>; rel="license"`
		}
	});
};
