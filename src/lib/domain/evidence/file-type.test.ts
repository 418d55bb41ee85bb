import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JPEG, office, openDocument, PDF, PNG, webp, WHOLE } from '../../../../tests/support/evidence-files.ts';
import { bytesOf } from './bytes.ts';
import { FILE_TYPES, MEDIA_TYPES } from './evidence.ts';
import { inflate } from '#lib/server/evidence/inflate.ts';
import { fileTypeOf } from './file-type.ts';

const typeOf = (content: Uint8Array) => fileTypeOf(bytesOf(content), inflate);
const text = (content: string) => Buffer.from(content, 'latin1');
const HTML = text('<!doctype html><script>alert(1)</script>');

describe.each(FILE_TYPES)('%s', (type) => {
	test('is told by its content', () => {
		expect(typeOf(WHOLE[type])).toBe(type);
	});

	test('is nothing with something in front of it', () => {
		for (const front of [text('\n'), HTML, text('GIF89a')])
			expect(typeOf(Buffer.concat([front, WHOLE[type]]))).toBeUndefined();
	});

	test('is nothing while its end is missing', () => {
		const whole = WHOLE[type];
		for (const share of [0.3, 0.6, 0.9])
			expect(typeOf(whole.subarray(0, Math.floor(whole.length * share)))).toBeUndefined();
		expect(typeOf(whole.subarray(0, whole.length - 2))).toBeUndefined();
	});

	test('is nothing with an archive behind it, which other programs would open', () => {
		expect(typeOf(Buffer.concat([WHOLE[type], office('docx')]))).toBeUndefined();
	});
});

test.each([
	['a web page', HTML],
	['an SVG', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
	['a program', text('MZ\x90\0')],
	['a script', text('#!/bin/sh\nrm -rf /')],
	['an old Word file', text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
	['a GIF', text('GIF89a\x01\0\x01\0')],
	['nothing', text('')],
	['the start of a PDF before a page', Buffer.concat([text('%PDF-1.7\n'), HTML])],
	['the start of a picture before a page', Buffer.concat([PNG.subarray(0, 33), HTML])],
	['the start of a photograph before a page', Buffer.concat([JPEG.subarray(0, 4), HTML])],
	['a WebP whose length is another', Buffer.concat([webp(), text('<b>')])],
	['a PNG with something behind', Buffer.concat([PNG, HTML])]
])('%s is not taken', (_, content) => {
	expect(typeOf(content)).toBeUndefined();
});

describe('office files', () => {
	const part = strToU8('x');

	test.each([
		['Word', office('docx', { 'word/vbaProject.bin': part })],
		['Excel', office('xlsx', { 'xl/VBAPROJECT.BIN': part })],
		['old Excel', office('xlsx', { 'xl/macrosheets/sheet1.xml': part })],
		['controls', office('docx', { 'word/activeX/activeX1.bin': part })],
		['LibreOffice', openDocument('odt', { 'Basic/Standard/Module1.xml': part })],
		['scripts of LibreOffice', openDocument('ods', { 'Scripts/python/evil.py': part })],
		['Word, told by the list alone', office('docx', {}, 'application/vnd.ms-word.document.macroEnabled.main+xml')]
	])('with macros are not taken: %s', (_, content) => {
		expect(typeOf(content)).toBeUndefined();
	});

	test('are nothing when the list tells something else than the parts', () => {
		expect(typeOf(office('docx', {}, `${MEDIA_TYPES.xlsx}.main+xml`))).toBeUndefined();
		expect(typeOf(office('docx', { 'xl/workbook.xml': part }))).toBeUndefined();
		expect(typeOf(openDocument('odt', {}, 'application/vnd.oasis.opendocument.text-web'))).toBeUndefined();
	});

	test('are nothing with a name that leads out of their folder', () => {
		for (const name of ['../evil.xml', 'word/../../evil.xml', '/etc/passwd', 'C:/evil', 'word\\evil'])
			expect(typeOf(office('docx', { [name]: part })), name).toBeUndefined();
	});

	test('are nothing with the same name twice, since two programs would read two things', () => {
		const twice = office('docx', { 'WORD/document.xml': part });
		expect(typeOf(twice)).toBeUndefined();
	});

	test('are nothing with a list of types that unpacks to more than it says, or than is sensible', () => {
		const types = strToU8(`<Types>"${MEDIA_TYPES.docx}.main+xml"${' '.repeat(2_000_000)}</Types>`);
		expect(typeOf(office('docx', { '[Content_Types].xml': types }))).toBeUndefined();
	});
});

test('whatever is changed or cut, it is told without an error', () => {
	const cases = fc.record({ type: fc.constantFrom(...FILE_TYPES), at: fc.nat(), byte: fc.nat(255), cut: fc.nat() });
	fc.assert(
		fc.property(cases, ({ type, at, byte, cut }) => {
			const content = Buffer.from(WHOLE[type]);
			content[at % content.length] = byte;
			const told = typeOf(content.subarray(0, content.length - (cut % content.length)));
			expect([undefined, ...FILE_TYPES]).toContain(told);
		})
	);
});

test('a PDF of the second version is one, too', () => {
	expect(typeOf(Buffer.concat([text('%PDF-2.0'), PDF.subarray(8)]))).toBe('pdf');
});
