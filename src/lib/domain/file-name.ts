import { wordsOf } from '#lib/domain/municipality/words.ts';

/** of one part, so that the whole fits every file system */
const LONGEST_PART = 60;

/** A file name of a–z, 0–9, `-` and `_` only, whatever the parts are; empty parts vanish. */
export function fileName(parts: readonly string[], ending: string): string {
	const plain = parts.map((part) => wordsOf(part).join('-').slice(0, LONGEST_PART).replace(/-$/, ''));
	return `${plain.filter(Boolean).join('_')}.${ending}`;
}
