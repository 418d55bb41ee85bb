/** A bar of the product's quality, with the value that is hoped for beyond it. */
export interface Bar {
	better: 'higher' | 'lower';
	limit: number;
	stretch?: number;
}

/** One measured value. */
export interface Figure {
	what: string;
	value: number;
	unit: string;
	bar?: Bar;
	/** what stands beside it: a limit, a floor, another product */
	beside?: string;
}

/** A part of the benchmark, run by its name; the figures of one run stand together. */
export interface Section {
	name: string;
	title: string;
	/** how it was measured, in a sentence or two */
	method: string;
	run(): Promise<Figure[]>;
	/** long ones run only when named */
	onlyWhenNamed?: boolean;
}

/** Whether a value keeps its bar; undefined where there is none. */
export function keepsBar({ value, bar }: Figure): boolean | undefined {
	if (!bar) return undefined;
	return bar.better === 'higher' ? value >= bar.limit : value <= bar.limit;
}

/** The value below which the given share of all values lies; the values need no order. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
