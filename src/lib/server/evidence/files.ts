/**
 * The files of evidence: in a folder beside the database, each under the random id of its piece, readable by the service
 * only. A file lies there, whole and synced, before its row is committed, and goes after its row has gone; what a crash
 * leaves between is swept away.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Bytes } from '#lib/domain/evidence/bytes.ts';
import { FILE_MAXIMUM, type FileType } from '#lib/domain/evidence/evidence.ts';
import { fileTypeOf } from '#lib/domain/evidence/file-type.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import { renameDurably } from '#lib/server/db/durable-file.ts';
import { inflate } from './inflate.ts';
import { StorageBroken, StorageFull } from '#lib/server/db/storage-error.ts';

/** Where the files of a database lie: beside it, under a name that does not begin like the database's own files. */
export function evidenceFolder(file: string): string {
	return join(dirname(file), `evidence.${basename(file)}`);
}

/** An id as `randomToken` makes it, which leads nowhere else. */
const ID = /^[\w-]{22}$/;
const PART = '.part';

export function evidenceFile(folder: string, id: string): string {
	if (!ID.test(id)) throw new RangeError('No id of evidence');
	return join(folder, id);
}

/** Ids that somebody just now sends or stores: they have no row yet. */
const arriving = new Set<string>();

export interface ArrivedFile {
	id: string;
	type: FileType;
	bytes: number;
}

export type FileRefused = 'empty' | 'tooLarge' | 'type';

/**
 * Writes what arrives into a file that has no name of its own yet, piece by piece, and looks what it is. Reads to the end
 * in any case, also when it cannot be written. The file waits for `keepFile` or `discardFile`.
 * @throws StorageFull, StorageBroken
 */
export async function receiveFile(folder: string, content: Readable): Promise<ArrivedFile | FileRefused> {
	const id = randomToken();
	arriving.add(id);
	try {
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		const bytes = await writePart(evidenceFile(folder, id) + PART, content);
		const type = bytes > 0 && bytes <= FILE_MAXIMUM ? typeOf(evidenceFile(folder, id) + PART) : undefined;
		if (type) return { id, type, bytes };
		discardFile(folder, id);
		return bytes === 0 ? 'empty' : bytes > FILE_MAXIMUM ? 'tooLarge' : 'type';
	} catch (error) {
		discardFile(folder, id);
		throw asStorageError(error);
	}
}

/** @returns how many bytes arrived; beyond the largest size they are counted and not written */
async function writePart(file: string, content: Readable): Promise<number> {
	const handle = await open(file, 'wx', 0o600);
	let bytes = 0;
	let failure: unknown;
	try {
		for await (const chunk of content as AsyncIterable<Buffer>) {
			bytes += chunk.length;
			if (failure !== undefined || bytes > FILE_MAXIMUM) continue;
			// Thrown here, it would end the stream, and whoever sends would wait for ever.
			await handle.writeFile(chunk).catch((error: unknown) => (failure = error));
		}
		if (failure !== undefined) throw failure;
		await handle.sync();
	} finally {
		await handle.close();
	}
	return bytes;
}

function typeOf(file: string): FileType | undefined {
	const descriptor = openSync(file, 'r');
	try {
		const { size } = fstatSync(descriptor);
		const at = (offset: number, length: number) => {
			const piece = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
			return piece.subarray(0, readSync(descriptor, piece, 0, piece.length, offset));
		};
		return fileTypeOf({ size, at } satisfies Bytes, inflate);
	} finally {
		closeSync(descriptor);
	}
}

/** Gives an arrived file its name, durably. Its row has to follow, or `discardFile`. @throws StorageFull, StorageBroken */
export function keepFile(folder: string, id: string): void {
	const file = evidenceFile(folder, id);
	try {
		renameDurably(file + PART, file);
	} catch (error) {
		throw asStorageError(error);
	}
}

/** The row of a file is committed: from now on it stays as long as that. */
export function settleFile(id: string): void {
	arriving.delete(id);
}

/** Removes a file whose row there is not, or no longer. */
export function discardFile(folder: string, id: string): void {
	rmSync(evidenceFile(folder, id) + PART, { force: true });
	rmSync(evidenceFile(folder, id), { force: true });
	arriving.delete(id);
}

/** The ids of the files that are there, those that are just arriving left out. */
export function storedFiles(folder: string): { whole: string[]; parts: string[] } {
	const names = readNames(folder).filter((name) => !arriving.has(name.slice(0, 22)));
	return {
		whole: names.filter((name) => ID.test(name)),
		parts: names.filter((name) => name.endsWith(PART) && ID.test(name.slice(0, -PART.length)))
	};
}

function readNames(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return [];
		throw error;
	}
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Errors of the file system as the rest of the service knows them; everything else as it is. */
function asStorageError(error: unknown): unknown {
	const code = codeOf(error);
	if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageFull('The disk is full', { cause: error });
	if (code === 'EIO' || code === 'EROFS' || code === 'EACCES')
		return new StorageBroken(`The disk failed (${code})`, { cause: error });
	return error;
}
