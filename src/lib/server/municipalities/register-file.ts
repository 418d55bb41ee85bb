/** Gets the text out of what the statistical office publishes: the bare file, or a ZIP with it inside. */
import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';

/** Why a file is no register; `names` are those of the files inside a ZIP. */
export type FileRefusal =
	| { refused: 'empty' | 'tooLarge' | 'workbook' | 'notText' | 'brokenZip' | 'hugeZip' }
	| { refused: 'noRegisterInside' | 'severalInside'; names: string[] };

const MEGABYTE = 2 ** 20;
/** The published file has 3.6 MB, its ZIP 0.4 MB with three entries: ten times that is not a register any more. */
export const FILE_LIMIT = 36 * MEGABYTE;
const ENTRY_LIMIT = 30;

/** What registers are called inside a ZIP, like `GV100AD_31082025.txt`. */
const REGISTER_NAME = /(^|\/)GV100AD[^/]*\.(txt|asc)$/i;
const WORKBOOK_NAME = /^(xl\/|content\.xml$)/;

/** The decoded text of a file, at most `FILE_LIMIT` bytes before and after unpacking. */
export function textOfRegisterFile(bytes: Uint8Array): { text: string } | FileRefusal {
	if (bytes.length === 0) return { refused: 'empty' };
	if (bytes.length > FILE_LIMIT) return { refused: 'tooLarge' };
	if (startsWith(bytes, 'PK')) return textInside(bytes);
	if (startsWith(bytes, '\xD0\xCF\x11\xE0')) return { refused: 'workbook' };
	// Neither UTF-8 nor Latin-1 text holds a zero byte; PDF, images and UTF-16 do.
	return bytes.includes(0) || startsWith(bytes, '%PDF') ? { refused: 'notText' } : { text: decode(bytes) };
}

function textInside(zip: Uint8Array): { text: string } | FileRefusal {
	const inside: UnzipFileInfo[] = [];
	try {
		unzipSync(zip, { filter: (entry) => (inside.push(entry), false) });
		if (inside.some(({ name }) => WORKBOOK_NAME.test(name))) return { refused: 'workbook' };
		if (inside.length > ENTRY_LIMIT) return { refused: 'hugeZip' };
		const names = inside.map(({ name }) => name);
		const [register, second] = inside.filter(({ name }) => REGISTER_NAME.test(name));
		if (!register) return { refused: 'noRegisterInside', names };
		if (second) return { refused: 'severalInside', names };
		if (register.originalSize > FILE_LIMIT) return { refused: 'hugeZip' };
		const { [register.name]: bytes } = unzipSync(zip, { filter: ({ name }) => name === register.name });
		return bytes && bytes.length > 0 ? { text: decode(bytes) } : { refused: 'empty' };
	} catch {
		return { refused: 'brokenZip' };
	}
}

const startsWith = (bytes: Uint8Array, sign: string) => strFromU8(bytes.subarray(0, sign.length), true) === sign;

/** UTF-8 if it is that, else the Latin-1 of the years before Sorbian names came in. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
