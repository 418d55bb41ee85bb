/** The generator mulberry32: numbers in [0, 1), the same for the same 32-bit seed everywhere (M11, M14). */
export function mulberry32(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** M11: the seed is the first 32 bits, big-endian, of the SHA-256 (in hexadecimal) of the assessment's seed text. */
export function seedOf(sha256: string): number {
	return Number.parseInt(sha256.slice(0, 8), 16);
}
