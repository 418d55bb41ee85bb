/** Texts of people as a document can hold them. */

/** What no file can hold: controls but line ends, halves of characters, and what is no character. */
const UNREADABLE = /[^\P{Cc}\n]|[\uFFFE\uFFFF]/gu;

/** letters after which a word may be broken where no language knows how: half a line of a table */
const LONGEST_RUN = 28;
const LONG_RUN = new RegExp(`[^\\s\\u200B-]{${LONGEST_RUN}}(?=[^\\s\\u200B-])`, 'gu');
const BREAK = '\u200B';

/** Without what files cannot hold, and with places to break in words that are longer than a line may be. */
export function plainText(text: string): string {
	return readableText(text).replace(LONG_RUN, `$&${BREAK}`);
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
