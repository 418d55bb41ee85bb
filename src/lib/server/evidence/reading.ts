/** Reading the files of evidence. */
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { evidenceFile, evidenceFolder } from './files.ts';

/** The content of a file as it lies on the disk, piece by piece; undefined where it is missing. */
export async function openEvidenceFile(
	db: { file: string },
	id: string
): Promise<{ size: number; content: ReadableStream<Uint8Array> } | undefined> {
	const handle = await open(evidenceFile(evidenceFolder(db.file), id)).catch(() => undefined);
	if (!handle) return undefined;
	const { size } = await handle.stat();
	return { size, content: Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array> };
}
