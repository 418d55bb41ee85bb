import { inflateRawSync } from 'node:zlib';

/** Unpacks what an archive holds; undefined where it is broken or comes to more bytes than that. */
export function inflate(packed: Uint8Array, most: number): Uint8Array | undefined {
	try {
		return inflateRawSync(packed, { maxOutputLength: most });
	} catch {
		return undefined;
	}
}
