/** M3, M4: a mean stands only on at least two thirds of what could have carried it. */
export const COVERAGE = { parts: 2, of: 3 } as const;

/** Whether enough of what applies is there; compared in integers, so that exactly two thirds always suffice. */
export function isCovered(present: number, applicable: number): boolean {
	return COVERAGE.of * present >= COVERAGE.parts * applicable;
}
