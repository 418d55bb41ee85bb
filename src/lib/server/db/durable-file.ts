import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until a file's content, or a folder's list of names, is on the disk. */
export function syncPath(path: string): void {
	const descriptor = openSync(path, 'r');
	try {
		fsyncSync(descriptor);
	} finally {
		closeSync(descriptor);
	}
}

/** Renames a file, replacing another, so that the new name is there after a power failure, too. */
export function renameDurably(from: string, to: string): void {
	renameSync(from, to);
	syncPath(dirname(to));
}

/** Replaces a file by one with this text, readable by its owner only: whole or not at all. */
export function replaceFile(file: string, text: string): void {
	writeFileSync(`${file}.part`, text, { flush: true, mode: 0o600 });
	renameDurably(`${file}.part`, file);
}
