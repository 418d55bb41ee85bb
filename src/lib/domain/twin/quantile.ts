/** D9 (a): a distribution that fits a published cell; what the cell leaves open is filled in evenly. */
import type { Cell } from '#lib/domain/disclosure/cell.ts';

/** A share of the municipalities, 0–1, and the score that so many do not exceed. */
type Knot = readonly [share: number, score: number];

/** Half the width of a rounded level (M7). */
const HALF = 0.5;

/** The score below which the share lies, by a line through all that the cell tells: quartiles and median, then the histogram. */
export function quantileOfCell(cell: Cell): (share: number) => number {
	const knots = knotsOf(cell);
	return (share) => {
		const next = Math.max(
			1,
			knots.findIndex(([until]) => share <= until)
		);
		const [[from, low], [to, high]] = [knots[next - 1] ?? [0, 1], knots[next] ?? [1, 5]];
		return to > from ? low + ((share - from) / (to - from)) * (high - low) : high;
	};
}

function knotsOf({ median, q1, q3, histogram = [] }: Cell): Knot[] {
	const bars = histogram.filter(({ share }) => share > 0);
	const lowest = Math.max(1, (bars[0]?.from ?? 1) - HALF);
	const highest = Math.min(5, (bars.at(-1)?.to ?? 5) + HALF);
	const told: Knot[] = [
		[0, Math.min(lowest, q1 ?? median)],
		...(q1 === undefined ? [] : [[0.25, q1] as const]),
		[0.5, median],
		...(q3 === undefined ? [] : [[0.75, q3] as const]),
		[1, Math.max(highest, q3 ?? median)]
	];
	return bordersOf(bars).reduce(added, told);
}

/** Between two bars: how many lie below, and the score. */
function bordersOf(bars: readonly { to: number; share: number }[]): Knot[] {
	const whole = bars.reduce((sum, { share }) => sum + share, 0);
	let below = 0;
	return bars.slice(0, -1).map(({ to, share }) => [(below += share) / whole, to + HALF] as const);
}

/** Rounded shares can contradict rounded quartiles; those that do are passed over. */
function added(knots: readonly Knot[], knot: Knot): Knot[] {
	const index = knots.findIndex(([share]) => share >= knot[0]);
	const [before, after] = [knots[index - 1], knots[index]];
	if (!before || !after || after[0] === knot[0]) return [...knots];
	if (knot[1] < before[1] || knot[1] > after[1]) return [...knots];
	return [...knots.slice(0, index), knot, ...knots.slice(index)];
}
