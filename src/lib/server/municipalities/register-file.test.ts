import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FILE_LIMIT, textOfRegisterFile } from './register-file.ts';

const TEXT = 'Öhmried\r\nZwolfstadt';
const utf8 = strToU8(TEXT);
const latin1 = Uint8Array.from(TEXT, (letter) => letter.charCodeAt(0));
const withMark = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]);
const zip = (files: Zippable) => zipSync(files, { level: 1 });

describe('the text of a register file', () => {
	test.each([
		['UTF-8', utf8],
		['UTF-8 with a byte order mark', withMark],
		['Latin-1', latin1],
		['a ZIP among other files', zip({ 'Hinweise.txt': utf8.slice(0, 4), 'GV100AD_31012026.txt': utf8 })],
		['a ZIP with a folder, in Latin-1', zip({ 'gv/gv100ad_31012026.TXT': latin1 })],
		['a ZIP that is stored, not packed', zipSync({ 'GV100AD_31012026.asc': withMark }, { level: 0 })]
	])('comes from %s', (_, bytes) => {
		expect(textOfRegisterFile(bytes)).toEqual({ text: TEXT });
	});

	test('an empty file, or an empty one inside a ZIP, is refused', () => {
		expect(textOfRegisterFile(new Uint8Array())).toEqual({ refused: 'empty' });
		expect(textOfRegisterFile(zip({ 'GV100AD.txt': new Uint8Array() }))).toEqual({ refused: 'empty' });
	});

	test('a file above the limit is refused before anything is done with it', () => {
		expect(textOfRegisterFile(new Uint8Array(FILE_LIMIT + 1))).toEqual({ refused: 'tooLarge' });
	});

	test('a ZIP that would unpack to more than the limit is refused without unpacking', () => {
		const bomb = zip({ 'GV100AD.txt': new Uint8Array(FILE_LIMIT + 1) });
		expect(bomb.length).toBeLessThan(FILE_LIMIT / 100);
		expect(textOfRegisterFile(bomb)).toEqual({ refused: 'hugeZip' });
	});

	test('a ZIP that hides its true size gives no more than it declares', () => {
		const lying = zip({ 'GV100AD.txt': new Uint8Array(100_000).fill(65) });
		const entry = lying.length - 22 - (46 + 'GV100AD.txt'.length);
		new DataView(lying.buffer).setUint32(entry + 24, 10, true);
		expect(textOfRegisterFile(lying)).toEqual({ text: 'A'.repeat(10) });
	});

	test('a ZIP with too many files is refused', () => {
		const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.txt`, utf8]));
		expect(textOfRegisterFile(zip({ 'GV100AD.txt': utf8, ...many }))).toEqual({ refused: 'hugeZip' });
	});

	test('a ZIP without a register, or with two, tells what is inside', () => {
		const notes = { 'Hinweise.txt': utf8 };
		expect(textOfRegisterFile(zip(notes))).toEqual({ refused: 'noRegisterInside', names: ['Hinweise.txt'] });
		const two = { 'GV100AD_1.txt': utf8, 'GV100AD_2.txt': utf8 };
		expect(textOfRegisterFile(zip(two))).toEqual({ refused: 'severalInside', names: Object.keys(two) });
	});

	test.each([
		['an Excel workbook', zip({ '[Content_Types].xml': utf8, 'xl/workbook.xml': utf8 })],
		['a Calc workbook', zip({ mimetype: utf8, 'content.xml': utf8 })],
		['an old Excel workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])]
	])('%s is refused as such', (_, bytes) => {
		expect(textOfRegisterFile(bytes)).toEqual({ refused: 'workbook' });
	});

	test.each([
		['a PDF', strToU8('%PDF-1.7')],
		['UTF-16', Uint8Array.from([0xff, 0xfe, 0x31, 0x00])]
	])('%s is refused as no text', (_, bytes) => {
		expect(textOfRegisterFile(bytes)).toEqual({ refused: 'notText' });
	});

	test('a damaged ZIP is refused, wherever it was cut', () => {
		const whole = zip({ 'GV100AD.txt': strToU8('Musterau '.repeat(50)) });
		for (let length = 2; length < whole.length; length += 7) {
			expect(textOfRegisterFile(whole.subarray(0, length))).toEqual({ refused: 'brokenZip' });
		}
	});
});
