/** Repeatable random numbers, so that a failure can be run again with its seed. */
export interface Random {
	/** an integer from 0 up to, not including, the limit */
	below(limit: number): number;
	/** true with this probability */
	chance(probability: number): boolean;
	pick<T>(list: readonly T[]): T;
}

/** Mulberry32: small, fast, good enough for choosing moments and values. */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}
	return {
		below: (limit) => Math.floor(next() * limit),
		chance: (probability) => next() < probability,
		pick: (list) => list[Math.floor(next() * list.length)] as never
	};
}
