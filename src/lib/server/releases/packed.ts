/**
 * What is kept for long and seldom read, as one short text: JSON, deflated, base64. The thread that answers people can take
 * it from another thread and write it without letting anybody wait.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export function pack(value: unknown): string {
	return deflateRawSync(JSON.stringify(value)).toString('base64');
}

/** @throws where the text is none that `pack` has made */
export function unpack(text: string): unknown {
	return JSON.parse(inflateRawSync(Buffer.from(text, 'base64')).toString());
}
