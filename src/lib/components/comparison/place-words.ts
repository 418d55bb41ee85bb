import type { Place } from '#lib/domain/disclosure/benchmark.ts';
import * as m from '#lib/paraglide/messages.js';

const WORDS: Record<Place, () => string> = {
	belowQuartiles: m.comparison_place_belowQuartiles,
	lowerHalf: m.comparison_place_lowerHalf,
	upperHalf: m.comparison_place_upperHalf,
	aboveQuartiles: m.comparison_place_aboveQuartiles,
	belowMedian: m.comparison_place_belowMedian,
	atMedian: m.comparison_place_atMedian,
	aboveMedian: m.comparison_place_aboveMedian
};

/** D8 in words of the page's language. */
export function placeWords(place: Place): string {
	return WORDS[place]();
}
