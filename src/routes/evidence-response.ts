/** A file of evidence as a browser saves it: never shown in place, whatever is in it. */
import { error } from '@sveltejs/kit';
import { MEDIA_TYPES, type Evidence } from '#lib/domain/evidence/evidence.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { database } from '#lib/server/database.ts';
import { openEvidenceFile } from '#lib/server/evidence/reading.ts';

/** @throws 404 where there is no file */
export async function evidenceResponse({ id, title, content }: Evidence): Promise<Response> {
	if (content.kind !== 'file') error(404);
	const file = await openEvidenceFile(database(), id);
	if (!file) error(404);
	const name = fileName([title || content.type], content.type);
	return new Response(file.content, {
		headers: {
			'content-type': MEDIA_TYPES[content.type],
			'content-length': String(file.size),
			'content-disposition': `attachment; filename="${name}"`,
			'content-security-policy': "sandbox; default-src 'none'",
			'cache-control': 'no-store'
		}
	});
}
