import type { Place } from '#lib/domain/benchmark.ts';
import * as m from '#lib/paraglide/messages.js';

/** D8 in words of the page's language. */
export function placeWords(place: Place): string {
	return m[`comparison_place_${place}`]();
}
