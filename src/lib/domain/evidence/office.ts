/** Office files: archives that are told apart by their parts, and that hold no program. */
import type { Bytes } from './bytes.ts';
import { latin1 } from './bytes.ts';
import { MEDIA_TYPES, type FileType } from './evidence.ts';
import { packedContent, zipEntries, type ZipEntry } from './zip.ts';

type OfficeType = Extract<FileType, 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp'>;

const CONTENT_TYPES = '[Content_Types].xml';
/** The part with which each begins. */
const MAIN_PARTS = {
	docx: 'word/document.xml',
	xlsx: 'xl/workbook.xml',
	pptx: 'ppt/presentation.xml'
} as const;
const OPEN_DOCUMENTS = ['odt', 'ods', 'odp'] as const;

/** Macros of Word, Excel and PowerPoint, old ones of Excel, controls that run, and macros of LibreOffice. */
const PROGRAMS = /(^|\/)vba(project|data)[^/]*$|(^|\/)(macrosheets|activex|customui)\/|^(basic|scripts)\//i;
/** The list of types of the largest documents has some ten kilobytes. */
const TYPES_MAXIMUM = 1024 * 1024;

/** Unpacks what is deflated; undefined where it is broken or comes to more bytes than that. */
export type Inflate = (packed: Uint8Array, most: number) => Uint8Array | undefined;

/** Which office file it is; undefined where it is none, is not whole, or holds a program. */
export function officeTypeOf(bytes: Bytes, inflate: Inflate): OfficeType | undefined {
	const entries = zipEntries(bytes);
	if (!entries || entries.some(({ name }) => PROGRAMS.test(name))) return undefined;
	return openDocumentType(bytes, entries) ?? openXmlType(bytes, entries, inflate);
}

/** The type stands at the very beginning, as it is. */
function openDocumentType(bytes: Bytes, entries: readonly ZipEntry[]): OfficeType | undefined {
	const mimetype = entries.find(({ name, offset }) => name === 'mimetype' && offset === 0);
	const has = (part: string) => entries.some(({ name }) => name === part);
	if (mimetype?.method !== 0 || !has('content.xml') || !has('META-INF/manifest.xml')) return undefined;
	const told = latin1(packedContent(bytes, mimetype));
	return OPEN_DOCUMENTS.find((type) => MEDIA_TYPES[type] === told);
}

function openXmlType(bytes: Bytes, entries: readonly ZipEntry[], inflate: Inflate): OfficeType | undefined {
	const list = entries.find(({ name }) => name === CONTENT_TYPES);
	const has = (part: string) => entries.some(({ name }) => name === part);
	if (!list || !has('_rels/.rels')) return undefined;
	const types = textOf(bytes, list, inflate);
	if (types === undefined || /macroenabled|vbaproject/i.test(types)) return undefined;
	const found = (['docx', 'xlsx', 'pptx'] as const).filter((type) => has(MAIN_PARTS[type]));
	const [type] = found;
	return type && found.length === 1 && types.includes(`"${MEDIA_TYPES[type]}.main+xml"`) ? type : undefined;
}

/** An entry as text, whose letters beyond ASCII matter to nobody here; undefined where it is too large or broken. */
function textOf(bytes: Bytes, entry: ZipEntry, inflate: Inflate): string | undefined {
	if (entry.packed > TYPES_MAXIMUM) return undefined;
	const packed = packedContent(bytes, entry);
	const content = entry.method === 0 ? packed : inflate(packed, TYPES_MAXIMUM);
	return content && latin1(content);
}
