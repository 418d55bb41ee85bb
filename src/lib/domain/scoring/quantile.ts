/** Quantile of ascending values by linear interpolation (Type 7 of Hyndman & Fan 1996); `share` in 0–1. */
export function quantile(ascending: ArrayLike<number>, share: number): number {
	const position = (ascending.length - 1) * share;
	const index = Math.floor(position);
	const below = ascending[index];
	if (below === undefined) throw new RangeError('A quantile needs values');
	return below + (position - index) * ((ascending[index + 1] ?? below) - below);
}
