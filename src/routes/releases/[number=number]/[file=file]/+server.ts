import { error } from '@sveltejs/kit';
import { LICENCE_ADDRESS } from '#lib/domain/release/about.ts';
import { RELEASE_FILES } from '#lib/domain/release/file.ts';
import { releaseFiles } from '#lib/server/releases/release-files.ts';
import { limitDownloads } from '../../../check/result-download.ts';
import { publicationOf } from '../../publication.ts';
import { requireShownRelease } from '../shown-release.ts';
import type { RequestHandler } from './$types';

/**
 * A file of a release, the same for everybody and in every language. A release never changes, but can be taken back, so a
 * copy is asked after.
 */
export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const release = requireShownRelease(params.number);
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
