/** A piece of evidence that is sent, with its file or without: who may, what is wrong with it, and adding it. */
import type { RequestEvent } from '@sveltejs/kit';
import { FILE_MAXIMUM, type EvidenceContent } from '#lib/domain/evidence/evidence.ts';
import { readEvidence, typedEvidence, type EvidenceField } from '#lib/domain/evidence/form.ts';
import { database } from '#lib/server/database.ts';
import { addEvidence, type EvidenceRefused } from '#lib/server/evidence/evidence.ts';
import { discardFile, evidenceFolder, type FileRefused } from '#lib/server/evidence/files.ts';
import { readUpload, type Upload } from '#lib/server/evidence/upload.ts';
import { today } from '#lib/server/today.ts';
import { requireRound } from '../../../../../../guards.ts';
import { uploading } from '../../../../../../check/limits.ts';
import { askedItems } from '../evidence-view.ts';

/** What is wrong with the file, or with the whole; `missing`: none was chosen; `unread`: no whole form arrived. */
export type FileProblem = FileRefused | EvidenceRefused['refused'] | 'missing' | 'unread' | 'limit';

export interface UploadProblem {
	status: 400 | 413 | 422 | 429;
	wrong: EvidenceField[];
	file?: FileProblem;
}

const refuse = (status: UploadProblem['status'], file: FileProblem): UploadProblem => ({ status, wrong: [], file });

/** @param fields what was typed, as far as it has been read */
export async function addUpload(
	event: RequestEvent<{ key: string; id: string }>,
	fields: Map<string, string>
): Promise<UploadProblem | undefined> {
	const { round, user, municipality } = await requireRound(event, 'collectEvidence');
	if (!uploading.allows(user.id)) return refuse(429, 'limit');
	const { body, headers } = event.request;
	const folder = evidenceFolder(database().file);
	const sent = { body, contentType: headers.get('content-type') ?? '' };
	const upload = await readUpload(sent, folder, fields);
	const tooLarge = Number(headers.get('content-length') ?? 0) > FILE_MAXIMUM;
	if (!upload) return tooLarge ? refuse(413, 'tooLarge') : refuse(400, 'unread');
	const items = askedItems(round).flatMap((criterion) => criterion.items.map(({ id }) => id));
	const read = readEvidence(typedEvidence(fields), items);
	const problem = problemOf(upload, 'wrong' in read ? read.wrong : [], fields.get('kind') === 'file');
	const content = 'wrong' in read ? undefined : contentOf(read.content, upload);
	if (problem || 'wrong' in read || !content) {
		drop(upload, folder);
		return problem ?? refuse(422, 'missing');
	}
	if (content.kind !== 'file') drop(upload, folder);
	const deed = { key: municipality.key, roundId: round.id, userId: user.id, today: today() };
	const outcome = await addEvidence(database(), read.entry, content, deed);
	return 'refused' in outcome ? refuse(422, outcome.refused) : undefined;
}

function problemOf({ file }: Upload, wrong: EvidenceField[], wantsFile: boolean): UploadProblem | undefined {
	const refused = !wantsFile ? undefined : file === undefined ? 'missing' : typeof file === 'string' ? file : undefined;
	if (!refused) return wrong.length > 0 ? { status: 422, wrong } : undefined;
	return { status: refused === 'tooLarge' ? 413 : 422, wrong, file: refused };
}

function contentOf(content: Exclude<EvidenceContent, { kind: 'file' }> | { kind: 'file' }, { file }: Upload) {
	if (content.kind !== 'file') return content;
	return typeof file === 'object' ? { ...content, ...file } : undefined;
}

/** A file that is not wanted after all. */
function drop({ file }: Upload, folder: string): void {
	if (typeof file === 'object') discardFile(folder, file.id);
}
