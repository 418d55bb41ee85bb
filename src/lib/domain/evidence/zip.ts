/** The list of contents of a ZIP archive, strict: whatever two programs could read in two ways is refused. */
import { latin1, tail, view, type Bytes } from './bytes.ts';

export interface ZipEntry {
	name: string;
	/** 0 stored, 8 deflated */
	method: number;
	packed: number;
	/** bytes once unpacked, as the archive says */
	unpacked: number;
	/** where its own header begins */
	offset: number;
}

const END_LENGTH = 22;
const COMMENT_MAXIMUM = 0xffff;
/** More than any document has. */
const ENTRIES_MOST = 10_000;
const HEADER_LENGTH = 46;
const LOCAL_LENGTH = 30;
const END = 0x06054b50;
const HEADER = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;

interface End {
	/** where it begins */
	at: number;
	entries: number;
	directory: { offset: number; size: number };
}

/** The record at the end of an archive whose comment reaches exactly to the end of the file; undefined where there is none. */
export function endOfZip(bytes: Bytes): End | undefined {
	const last = tail(bytes, END_LENGTH + COMMENT_MAXIMUM);
	const read = view(last);
	for (let index = last.length - END_LENGTH; index >= 0; index--) {
		if (read.getUint32(index, true) !== END) continue;
		if (index + END_LENGTH + read.getUint16(index + 20, true) !== last.length) continue;
		return {
			at: bytes.size - last.length + index,
			entries: read.getUint16(index + 10, true),
			directory: { size: read.getUint32(index + 12, true), offset: read.getUint32(index + 16, true) }
		};
	}
	return undefined;
}

/** @returns undefined for whatever is no whole, plain archive that begins at the first byte */
export function zipEntries(bytes: Bytes): ZipEntry[] | undefined {
	const end = endOfZip(bytes);
	if (!end || end.entries === 0 || end.entries > ENTRIES_MOST) return undefined;
	const { offset, size } = end.directory;
	// Nothing stands in front of the archive, between its list and its end, or behind that.
	if (offset + size !== end.at || end.at + END_LENGTH !== bytes.size) return undefined;
	const directory = bytes.at(offset, size);
	const entries = readDirectory(directory, end.entries);
	if (!entries?.some((entry) => entry.offset === 0)) return undefined;
	const names = new Set(entries.map(({ name }) => name.toLowerCase()));
	if (names.size < entries.length || entries.some(({ name }) => !isPlain(name))) return undefined;
	return entries.every((entry) => agreesWithLocal(bytes, entry, offset)) ? entries : undefined;
}

function readDirectory(directory: Uint8Array, count: number): ZipEntry[] | undefined {
	const read = view(directory);
	const entries: ZipEntry[] = [];
	let at = 0;
	while (at + HEADER_LENGTH <= directory.length) {
		const [name, extra, comment] = [28, 30, 32].map((field) => read.getUint16(at + field, true)) as [
			number,
			number,
			number
		];
		const method = read.getUint16(at + 10, true);
		const encrypted = read.getUint16(at + 8, true) & ENCRYPTED;
		if (read.getUint32(at, true) !== HEADER || encrypted || (method !== 0 && method !== 8)) return undefined;
		entries.push({
			name: latin1(directory.subarray(at + HEADER_LENGTH, at + HEADER_LENGTH + name)),
			method,
			packed: read.getUint32(at + 20, true),
			unpacked: read.getUint32(at + 24, true),
			offset: read.getUint32(at + 42, true)
		});
		at += HEADER_LENGTH + name + extra + comment;
	}
	return at === directory.length && entries.length === count ? entries : undefined;
}

/** No way out of the folder into which somebody unpacks it. */
function isPlain(name: string): boolean {
	return name !== '' && !/^[/\\]|\\|^[a-z]:|\0/i.test(name) && !name.split('/').includes('..');
}

function agreesWithLocal(bytes: Bytes, entry: ZipEntry, end: number): boolean {
	const header = bytes.at(entry.offset, LOCAL_LENGTH);
	if (header.length < LOCAL_LENGTH || view(header).getUint32(0, true) !== LOCAL) return false;
	const length = view(header).getUint16(26, true);
	const name = latin1(bytes.at(entry.offset + LOCAL_LENGTH, length));
	return (
		name === entry.name &&
		view(header).getUint16(8, true) === entry.method &&
		contentAt(bytes, entry) + entry.packed <= end
	);
}

function contentAt(bytes: Bytes, { offset }: ZipEntry): number {
	const header = view(bytes.at(offset, LOCAL_LENGTH));
	return offset + LOCAL_LENGTH + header.getUint16(26, true) + header.getUint16(28, true);
}

/** The bytes of an entry as they lie in the archive. */
export function packedContent(bytes: Bytes, entry: ZipEntry): Uint8Array {
	return bytes.at(contentAt(bytes, entry), entry.packed);
}
