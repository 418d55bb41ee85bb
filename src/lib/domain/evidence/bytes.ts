/** The bytes of a file, wherever they lie: read in pieces, so that nobody needs to hold the whole. */
export interface Bytes {
	readonly size: number;
	/** the bytes from an offset on; fewer, or none, where the file ends before */
	at(offset: number, length: number): Uint8Array;
}

/** Bytes that are held in memory. */
export function bytesOf(content: Uint8Array): Bytes {
	return { size: content.length, at: (offset, length) => content.subarray(offset, offset + length) };
}

/** Text of one byte each, as signatures and names in old formats are written. */
export function latin1(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}

/** The last bytes of a file. */
export function tail(bytes: Bytes, length: number): Uint8Array {
	return bytes.at(Math.max(0, bytes.size - length), length);
}

export const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
