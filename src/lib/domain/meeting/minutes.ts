/** Minutes as a document has them: everything in words already, in one language. */
import type { Locale } from '#lib/domain/instrument/instrument.ts';

export interface MinutesEntry {
	heading: string;
	decision: string;
	/** reason, dissent, and what was seen of the answers */
	paragraphs: string[];
	/** how many chose level 1 to 5, where that may be told (D12) */
	counts?: number[];
}

export interface Minutes {
	language: Locale;
	title: string;
	/** whose, and of which round */
	subtitle: string;
	/** whether the round has been closed, and when */
	state: string;
	facts: [key: string, value: string][];
	parts: { title: string; entries: MinutesEntry[] }[];
	/** names of the columns of a distribution */
	levels: string[];
	/** who signs */
	signatures: string[];
	/** by which texts; stands below every page */
	source: string;
}
