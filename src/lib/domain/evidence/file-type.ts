/** What a file is, told by its content and never by its name; whatever is not on the list is nothing. */
import { latin1, tail, view, type Bytes } from './bytes.ts';
import type { FileType } from './evidence.ts';
import { officeTypeOf, type Inflate } from './office.ts';
import { endOfZip } from './zip.ts';

/** Programs look for the end of a PDF within so many last bytes. */
const PDF_END = 1024;
const PNG_START = '\x89PNG\r\n\x1a\n\0\0\0\rIHDR';
const PNG_END = '\0\0\0\0IEND\xaeB`\x82';
const WEBP_PARTS = ['VP8 ', 'VP8L', 'VP8X'];

/**
 * The type of a whole file; undefined where it is of none that may be stored, is cut off, or is a ZIP archive as well.
 * Something in front of a signature makes it nothing.
 */
export function fileTypeOf(bytes: Bytes, inflate: Inflate): FileType | undefined {
	const start = latin1(bytes.at(0, 32));
	if (start.startsWith('PK\x03\x04')) return officeTypeOf(bytes, inflate);
	// A file that two programs would take for two things.
	if (endOfZip(bytes)) return undefined;
	if (start.startsWith('%PDF-')) return isWholePdf(bytes) ? 'pdf' : undefined;
	if (start.startsWith(PNG_START)) return latin1(tail(bytes, PNG_END.length)) === PNG_END ? 'png' : undefined;
	if (start.startsWith('RIFF')) return isWholeWebp(bytes, start) ? 'webp' : undefined;
	return isWholeJpeg(bytes) ? 'jpg' : undefined;
}

function isWholePdf(bytes: Bytes): boolean {
	const end = latin1(tail(bytes, PDF_END));
	return /^%PDF-[12]\.\d/.test(latin1(bytes.at(0, 8))) && /startxref\s+\d+\s+%%EOF/.test(end);
}

function isWholeWebp(bytes: Bytes, start: string): boolean {
	if (start.slice(8, 12) !== 'WEBP' || !WEBP_PARTS.includes(start.slice(12, 16))) return false;
	return view(bytes.at(4, 4)).getUint32(0, true) + 8 === bytes.size;
}

/** Walks from marker to marker up to the picture, and looks whether that ends; cameras write more behind it. */
function isWholeJpeg(bytes: Bytes): boolean {
	let at = 2;
	let sized = false;
	if (latin1(bytes.at(0, 2)) !== '\xff\xd8') return false;
	for (;;) {
		const header = bytes.at(at, 4);
		if (header.length < 4 || header[0] !== 0xff) return false;
		const [, marker = 0] = header;
		// Padding between segments.
		if (marker === 0xff) {
			at += 1;
			continue;
		}
		sized ||= marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		at += 2 + view(header).getUint16(2);
		if (marker === 0xda) return sized && hasEnd(bytes.at(at, bytes.size));
	}
}

function hasEnd(picture: Uint8Array): boolean {
	for (let index = picture.indexOf(0xff); index >= 0; index = picture.indexOf(0xff, index + 1))
		if (picture[index + 1] === 0xd9) return true;
	return false;
}
