import type { Bar } from '#lib/domain/disclosure/histogram.ts';
import { roundedLevel } from './rounding.ts';

/** The bar that holds the own rounded level. */
export function isOwnBar(bar: Bar, own: number | null): boolean {
	if (own === null) return false;
	const level = roundedLevel(own);
	return bar.from <= level && level <= bar.to;
}
