/** A form with a file, read as it arrives: its fields, and the file into the folder of evidence. */
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
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
 * Reads a form to its end, whatever is wrong with it: whoever sends gets the answer only then. A file that has arrived
 * waits for `keepFile` or `discardFile`.
 * @param fields filled with what was typed, the first of each name, also where this throws
 * @returns undefined for what is no whole form
 * @throws StorageFull, StorageBroken when the file cannot be written
 */
export async function readUpload(
	{ body, contentType }: { body: ReadableStream<Uint8Array> | null; contentType: string },
	folder: string,
	fields: Map<string, string>
): Promise<Upload | undefined> {
	const form = body && parserOf(contentType);
	if (!form) return undefined;
	let content: Readable | undefined;
	let arrives: Promise<ArrivedFile | FileRefused> | undefined;
	form.on('field', (name, value, _, cut) => {
		if (!fields.has(name) && !cut) fields.set(name, value);
	});
	form.on('file', (name, stream, fileName: string | undefined) => {
		// Nobody has chosen a file: browsers then send an empty one without a name.
		if (name !== 'file' || !fileName) return void stream.resume();
		content = stream;
		// Whoever reads it is told; nobody may be reading yet.
		stream.on('error', () => undefined);
		arrives = receiveFile(folder, stream);
		// It is told below; what is left of the file is read until then.
		arrives.catch(() => stream.resume());
	});
	const whole = await feed(form, body);
	if (!whole) content?.destroy(new Cut('The form ended within its file'));
	const file = await arrives?.catch((error: unknown) => {
		if (error instanceof Cut) return undefined;
		throw error;
	});
	if (whole) return { fields, file };
	if (typeof file === 'object') discardFile(folder, file.id);
	return undefined;
}

class Cut extends Error {}

function parserOf(contentType: string): BusboyInstance | undefined {
	if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined;
	const limits = { fieldSize: FIELD_MAXIMUM, fields: PARTS_MOST, files: 1, parts: PARTS_MOST };
	try {
		return new Busboy({ headers: { 'content-type': contentType }, limits });
	} catch {
		return undefined;
	}
}

/** Gives the parser what arrives, as fast as it takes it; false where it cannot be a form, or was cut off. */
async function feed(form: BusboyInstance, body: ReadableStream<Uint8Array>): Promise<boolean> {
	let ended = false;
	const end = new Promise<boolean>((resolve) => {
		form.on('finish', () => resolve(true));
		form.on('error', () => resolve(false));
	}).finally(() => (ended = true));
	const reader = body.getReader();
	try {
		for (let piece = await reader.read(); !piece.done; piece = await reader.read())
			if (!ended && !form.write(piece.value))
				await Promise.race([end, new Promise((resolve) => form.once('drain', resolve))]);
	} catch {
		return false;
	}
	if (!ended) form.end();
	return end;
}
