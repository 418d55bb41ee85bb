/** Figures of the rules as the page's language writes them. */
import { formatCount, languageTag } from '#lib/components/format.ts';
import { isCovered } from '#lib/domain/scoring/coverage.ts';

/** A share 0–1 in whole percent: 80 %, 80%. */
export function formatShare(share: number): string {
	return new Intl.NumberFormat(languageTag(), { style: 'percent' }).format(share);
}

/** Parts of a whole: 2/3. */
export function formatFraction({ parts, of }: { parts: number; of: number }): string {
	return `${formatCount(parts)}/${formatCount(of)}`;
}

/** M3, M4: of so many that apply, how many it takes. */
export function neededOf(applicable: number): number {
	let present = 0;
	while (!isCovered(present, applicable)) present++;
	return present;
}
