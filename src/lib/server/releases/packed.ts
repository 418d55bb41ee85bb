/**
 * What is kept for long and seldom read, as one short text: JSON, deflated, base64. The thread that answers people can take
 * it from another thread and write it without letting anybody wait.
 */
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';

export function pack(value: unknown): string {
	return deflateRawSync(JSON.stringify(value)).toString('base64');
}

/** The same of what hardly repeats itself, such as pseudonyms and marks: about as short, in a quarter of the time. */
export function packRandom(value: unknown): string {
	const strategy = constants.Z_HUFFMAN_ONLY;
	return deflateRawSync(JSON.stringify(value), { strategy }).toString('base64');
}

/** @throws where the text is none that `pack` or `packRandom` has made */
export function unpack(text: string): unknown {
	return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString());
}
