/** A form with a file, read as it arrives: its fields, and the file into the folder of evidence. */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { discardFile, receiveFile, type ArrivedFile, type FileRefused } from './files.ts';

/** Of one field, in bytes: the longest text in letters of four bytes. */
const FIELD_MAXIMUM = 16_384;
const PARTS_MOST = 20;

export interface Upload {
	/** text by the name of its field, the first of each */
	fields: Map<string, string>;
	/** of the field `file`; undefined where none was chosen */
	file: ArrivedFile | FileRefused | undefined;
}

/**
 * Reads a form to its end. A file that has arrived waits for `keepFile` or `discardFile`.
 * @returns undefined for what is no whole form
 * @throws StorageFull, StorageBroken when the file cannot be written; the fields are given to `onFields` before
 */
export async function readUpload(
	{ body, contentType }: { body: ReadableStream | null; contentType: string },
	folder: string,
	fields: Map<string, string>
): Promise<Upload | undefined> {
	if (!body || !/^multipart\/form-data\s*;/i.test(contentType)) return undefined;
	const limits = { fieldSize: FIELD_MAXIMUM, fields: PARTS_MOST, files: 1, parts: PARTS_MOST };
	let arrives: Promise<ArrivedFile | FileRefused> | undefined;
	let failed = false;
	const form = readerOf(contentType, limits);
	if (!form) return undefined;
	form.on('field', (name, value, _, cut) => {
		if (!fields.has(name) && !cut) fields.set(name, value);
	});
	form.on('file', (name, stream, fileName) => {
		// Nobody has chosen a file: browsers then send an empty one without a name.
		if (name !== 'file' || fileName === '' || fileName === undefined) return void stream.resume();
		arrives = receiveFile(folder, stream);
		// What is left is read, so that the form comes to its end; the failure is told below.
		arrives.catch(() => stream.resume());
	});
	try {
		await pipeline(Readable.fromWeb(body), form);
	} catch {
		failed = true;
	}
	const file = await arrives;
	if (!failed) return { fields, file };
	if (typeof file === 'object') discardFile(folder, file.id);
	return undefined;
}

function readerOf(contentType: string, limits: object) {
	try {
		return new Busboy({ headers: { 'content-type': contentType }, limits });
	} catch {
		return undefined;
	}
}
