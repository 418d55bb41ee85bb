/** Draws from a generator of numbers in [0, 1), so that the same seed makes up the same municipalities. */
import { mulberry32 } from '#lib/domain/random.ts';

export interface Chance {
	/** a number in [0, 1) */
	unit(): number;
	/** normally distributed */
	normal(mean: number, deviation: number): number;
	/** a whole number from `from` to `to`, both included */
	whole(from: number, to: number): number;
	/** true with this probability */
	happens(probability: number): boolean;
	/** one of the entries, each as likely as its weight */
	weighted<Value extends string>(weights: Readonly<Partial<Record<Value, number>>>): Value;
	/** the entries in another order */
	shuffled<Value>(list: readonly Value[]): Value[];
}

export function chanceFrom(seed: number): Chance {
	const unit = mulberry32(seed);
	const chance: Chance = {
		unit,
		// Box and Muller
		normal: (mean, deviation) =>
			mean + deviation * Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
		whole: (from, to) => from + Math.floor(unit() * (to - from + 1)),
		happens: (probability) => unit() < probability,
		weighted(weights) {
			const entries = Object.entries(weights) as [keyof typeof weights & string, number][];
			let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
			return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0])?.[0] as never;
		},
		shuffled(list) {
			const order = list.map((value) => ({ value, key: unit() }));
			return order.sort((a, b) => a.key - b.key).map(({ value }) => value);
		}
	};
	return chance;
}
