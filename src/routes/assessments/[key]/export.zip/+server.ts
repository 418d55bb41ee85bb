import { CSV_STYLES } from '#lib/domain/csv.ts';
import { fileName } from '#lib/domain/file-name.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { archiveOf } from '#lib/server/archive.ts';
import { noteExport } from '#lib/server/municipalities/audit.ts';
import { database } from '#lib/server/database.ts';
import { today } from '#lib/server/today.ts';
import { limitDownloads } from '../../../check/result-download.ts';
import { requireMember } from '../../../guards.ts';
import { municipalityArchive } from './municipality-archive.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { user, municipality } = await requireMember(event, 'exportMunicipality');
	limitDownloads(event.getClientAddress());
	const { key } = municipality;
	await noteExport(database(), { municipalityKey: key, userId: user.id }, today());
	const name = fileName(['Standort 2030', municipality.name, today()], 'zip');
	return new Response(archiveOf(await municipalityArchive(municipality), CSV_STYLES[getLocale()]), {
		headers: { 'content-type': 'application/zip', 'content-disposition': `attachment; filename="${name}"` }
	});
};
