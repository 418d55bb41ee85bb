/** Charts are drawn when they come into view; a print must not wait for that. */

const undrawn = new Set<() => Promise<void>>();

/** Registers what draws a chart that nobody has scrolled to yet; the returned function takes it back. */
export function drawBeforePrint(draw: () => Promise<void>): () => void {
	undrawn.add(draw);
	return () => undrawn.delete(draw);
}

/** Prints the page with all its charts. Where one cannot be loaded, its table stands in. */
export async function printWithCharts(): Promise<void> {
	await Promise.allSettled([...undrawn].map((draw) => draw()));
	print();
}
