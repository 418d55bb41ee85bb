/**
 * The code with which somebody goes on elsewhere: 16 characters in four groups, 80 bits, from an alphabet
 * without look-alikes (no 0/O, no 1/I). Typed codes are read kindly: case, blanks and dashes do not matter.
 */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 16;
/** random bytes that one code needs: one per character, of which five bits count */
export const CODE_BYTES = LENGTH;

/** Turns random bytes into a code without dashes. */
export function codeFrom(random: Uint8Array): string {
	return charactersFrom(random, CODE_BYTES);
}

/** Turns so many random bytes into as many characters of the alphabet. @throws {RangeError} for another number */
export function charactersFrom(random: Uint8Array, length: number): string {
	if (random.length !== length) throw new RangeError(`A code needs ${length} random bytes`);
	return Array.from(random, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** How a code is shown: `K7MR-3TWQ-…`. */
export function showCode(code: string): string {
	return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** The code that somebody typed or pasted, or undefined where it cannot be one. */
export function readCode(typed: string): string | undefined {
	return readCharacters(typed, LENGTH);
}

/** So many characters of the alphabet, read kindly; undefined where these are not they. */
export function readCharacters(typed: string, length: number): string | undefined {
	const code = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
	return code.length === length && [...code].every((character) => ALPHABET.includes(character)) ? code : undefined;
}
