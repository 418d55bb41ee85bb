/** Evidence ("Nachweise"): what an answer of a round rests on, collected item by item and released for review (D15). */

export const EVIDENCE_KINDS = ['file', 'link', 'note'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const MEBIBYTE = 1024 * 1024;

/** Of one file, in bytes: a scanned concept of some hundred pages. */
export const FILE_MAXIMUM = 20 * MEBIBYTE;
/** Of all files of a municipality, in bytes: one of the largest size for every other item of the long questionnaire. */
export const QUOTA = 500 * MEBIBYTE;
/** How many pieces an item may have: more would be read by nobody. */
export const PER_ITEM_MOST = 20;

export const TITLE_MAXIMUM = 200;
/** Where in a document to look, in characters. */
export const PAGE_MAXIMUM = 60;
export const LINK_MAXIMUM = 2_000;
export const NOTE_MAXIMUM = 2_000;

/** What may be stored, told by content: nothing that a browser or a program would carry out. */
export const FILE_TYPES = ['pdf', 'png', 'jpg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'] as const;
/** Named by the ending under which it is downloaded. */
export type FileType = (typeof FILE_TYPES)[number];

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument.';

/** The type under which a file is sent. */
export const MEDIA_TYPES: Readonly<Record<FileType, string>> = {
	pdf: 'application/pdf',
	png: 'image/png',
	jpg: 'image/jpeg',
	webp: 'image/webp',
	docx: `${OFFICE}wordprocessingml.document`,
	xlsx: `${OFFICE}spreadsheetml.sheet`,
	pptx: `${OFFICE}presentationml.presentation`,
	odt: `${OPEN_DOCUMENT}text`,
	ods: `${OPEN_DOCUMENT}spreadsheet`,
	odp: `${OPEN_DOCUMENT}presentation`
};

/** What lies in a piece of evidence, by its kind. */
export type EvidenceContent =
	{ kind: 'file'; type: FileType; bytes: number } | { kind: 'link'; link: string } | { kind: 'note'; note: string };

/** What is typed about a piece, whatever its kind. */
export interface EvidenceEntry {
	/** id of the item that it belongs to */
	item: string;
	title: string;
	/** day of the document; null where nobody said */
	date: string | null;
	/** where in it to look; may be empty */
	page: string;
}

export interface Evidence extends EvidenceEntry {
	/** random, 128 bits */
	id: string;
	content: EvidenceContent;
	addedOn: string;
	/** since when consultants may see it; null where it is not released */
	releasedOn: string | null;
}

/** Whether a further file fits. @param used bytes of all files of the municipality */
export function fitsQuota(used: number, more: number): boolean {
	return used + more <= QUOTA;
}
