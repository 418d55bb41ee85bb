import type { Measure } from '#lib/domain/disclosure/disclosure.ts';
import * as m from '#lib/paraglide/messages.js';

/** Names of dimensions and criteria by id, in the page's language. */
export type MeasureNames = Readonly<Record<Measure, string>>;

/** What a measure is called; the overall score has its name from the interface. */
export function nameOf(measure: Measure, names: MeasureNames): string {
	return measure === 'overall' ? m.comparison_overall() : (names[measure] ?? measure);
}
