/** Files as evidence has them, made here: whole and small, and what pretends to be one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { FileType } from '#lib/domain/evidence/evidence.ts';
import { MEDIA_TYPES } from '#lib/domain/evidence/evidence.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db } from '#lib/server/db/open.ts';
import { evidence } from '#lib/server/db/schema-evidence.ts';
import { evidenceFile, evidenceFolder } from '#lib/server/evidence/files.ts';
import { today } from '#lib/server/today.ts';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n', 'latin1');
export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);
/** start, size of the picture, start of the picture, picture, end */
export const JPEG = Buffer.from('ffd8ffc0000b080001000101011100ffda000801010000003f00d2cfffd9', 'hex');

export function webp(): Buffer {
	const content = Buffer.from('WEBPVP8L\x05\0\0\0/\0\0\0\0\0', 'latin1');
	const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
	head.writeUInt32LE(content.length, 4);
	return Buffer.concat([head, content]);
}

type Office = 'docx' | 'xlsx' | 'pptx';
const MAIN: Record<Office, string> = {
	docx: 'word/document.xml',
	xlsx: 'xl/workbook.xml',
	pptx: 'ppt/presentation.xml'
};

/** @param told the type of the main part as the list of types tells it */
export function office(type: Office, more: Zippable = {}, told = `${MEDIA_TYPES[type]}.main+xml`): Buffer {
	const types = `<Types><Override PartName="/${MAIN[type]}" ContentType="${told}"/></Types>`;
	const parts = { '[Content_Types].xml': types, '_rels/.rels': '<Relationships/>', [MAIN[type]]: '<main/>' };
	const packed = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const);
	return Buffer.from(zipSync({ ...Object.fromEntries(packed), ...more }));
}

export function openDocument(type: 'odt' | 'ods' | 'odp', more: Zippable = {}, told = MEDIA_TYPES[type]): Buffer {
	const parts = { 'content.xml': strToU8('<office/>'), 'META-INF/manifest.xml': strToU8('<manifest/>') };
	return Buffer.from(zipSync({ mimetype: [strToU8(told), { level: 0 }], ...parts, ...more }));
}

export const WHOLE: Record<FileType, Buffer> = {
	...{ pdf: PDF, png: PNG, jpg: JPEG, webp: webp() },
	...{ docx: office('docx'), xlsx: office('xlsx'), pptx: office('pptx') },
	...{ odt: openDocument('odt'), ods: openDocument('ods'), odp: openDocument('odp') }
};

/** A released PDF of a round, straight in the tables and the folder. */
export async function addReleasedPdf(db: Db, roundId: string, item: string): Promise<string> {
	const id = randomToken();
	const folder = evidenceFolder(db.file);
	mkdirSync(folder, { recursive: true });
	writeFileSync(evidenceFile(folder, id), PDF);
	const file = { kind: 'file', fileType: 'pdf', bytes: PDF.length, content: '' } as const;
	const released = { addedOn: today(), release: id, releasedOn: today() };
	await db.write((writer) =>
		writer
			.insert(evidence)
			.values({ id, assessmentId: roundId, itemId: item, title: 'Leitbild', page: '', ...file, ...released })
			.run()
	);
	return id;
}
