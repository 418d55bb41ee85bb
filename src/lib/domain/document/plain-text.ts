/** Texts of people as a document can hold them. */

/** What no file can hold: controls but line ends, halves of characters, and what is no character. */
const UNREADABLE = /[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu;

/** letters after which a word may be broken where no language knows how: half a line of a table */
const LONGEST_RUN = 28;
const LONG_RUN = new RegExp(`[^\\s\\u200B-]{${LONGEST_RUN}}(?=[^\\s\\u200B-])`, 'gu');
const BREAK = '\u200B';
/** a SHA-256 as a word of its own: whoever copies it must get nothing else */
const CHECKSUM = /(?<!\S)[0-9a-f]{64}(?!\S)/u;
const CHECKSUM_OR_RUN = new RegExp(`${CHECKSUM.source}|(${LONG_RUN.source})`, 'gu');

/** Without what files cannot hold, and with places to break in words that are longer than a line may be, but checksums. */
export function plainText(text: string): string {
	return readableText(text).replace(CHECKSUM_OR_RUN, (found, run?: string) => (run ? run + BREAK : found));
}

/** Without what files cannot hold, for programs that break words themselves. */
export function readableText(text: string): string {
	return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNREADABLE, ' ');
}

/** All texts in a value, wherever they stand. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value {
	if (typeof value === 'string') return change(value) as Value;
	if (Array.isArray(value)) return value.map((one) => mapTexts(one as unknown, change)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, mapTexts(one as unknown, change)])
	) as Value;
}
