/** The result of a check as a document, in the page's language; notes and reasons are no part of it. */
import { error } from '@sveltejs/kit';
import type { Reported } from '#lib/components/document/report.ts';
import { fileName } from '#lib/domain/file-name.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Check } from '#lib/server/checks/checks.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { today } from '#lib/server/today.ts';
import { jsonOf, readCheck } from './result-download.ts';

/** What every document on a check tells. */
export async function reportedCheck(check: Check): Promise<Reported> {
	const { file, ...told } = await readCheck(check, true);
	return { ...told, day: today(), sha256: sha256(jsonOf(file)) };
}

/** The same for a council, which hears of a result only once it stays. @throws 404 while the check is open */
export function reportedFinished(check: Check): Promise<Reported> {
	if (check.state === 'open') error(404);
	return reportedCheck(check);
}

/** @param title of the document @param ending of the file */
export function documentName(title: string, { about, day }: Reported, ending: string): string {
	return fileName([title, about.name ?? m.result_file_trial(), day], ending);
}
