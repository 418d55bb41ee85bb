/** What somebody gets who copies from a PDF of the house. */
import { inflateSync } from 'node:zlib';

const OBJECT = /^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm;
/** strings, the choice of a font, what is copied in place of what is shown, and operators */
const TOKEN = /\((?:\\[\s\S]|[^\\)])*\)|\/(f\d+) [\d.]+ Tf|\/ActualText <FEFF([0-9A-F]*)>|\b(TJ|Tj|BDC|EMC)\b/g;
const ESCAPED: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The letters of all pages in the order in which they are drawn; nothing stands between one place and the next. */
export function lettersIn(bytes: Uint8Array): string {
	const file = Buffer.from(bytes).toString('latin1');
	const objects = new Map([...file.matchAll(OBJECT)].map(([, number = '', text = '']) => [number, text]));
	const read = (number = '') => objects.get(number) ?? '';
	return [...objects.values()]
		.filter((text) => text.includes('/Type /Page\n'))
		.map((page) => {
			const fonts = new Map(
				[...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', font]) => [
					name,
					lettersOf(read(/\/ToUnicode (\d+)/.exec(read(font))?.[1]))
				])
			);
			return lettersOn(streamOf(read(/\/Contents (\d+)/.exec(page)?.[1])), fonts);
		})
		.join('\n');
}

function lettersOn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
	let font = fonts.get('');
	let shown = '';
	let waiting = '';
	let replaced = false;
	for (const [token, name, instead, operator] of content.matchAll(TOKEN)) {
		if (name !== undefined) font = fonts.get(name);
		else if (instead !== undefined) {
			shown += utf16(instead);
			replaced = true;
		} else if (operator === undefined) waiting += token.slice(1, -1).replace(/\\(\d{1,3}|[\s\S])/g, unescaped);
		else {
			if (operator === 'EMC') replaced = false;
			if (operator.startsWith('T') && !replaced)
				for (let at = 0; at < waiting.length; at += 2)
					shown += font?.get(waiting.charCodeAt(at) * 256 + waiting.charCodeAt(at + 1)) ?? '';
			waiting = '';
		}
	}
	return shown;
}

const unescaped = (_: string, code: string) =>
	/\d/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (ESCAPED[code] ?? code);

const utf16 = (hex: string) => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((one) => parseInt(one, 16)));

/** Which letters the shapes of a font stand for. */
function lettersOf(table: string): Map<number, string> {
	const pairs = table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm);
	return new Map([...pairs].map(([, shape = '', letters = '']) => [parseInt(shape, 16), utf16(letters)]));
}

function streamOf(object: string): string {
	const packed = /stream\r?\n([\s\S]*)\nendstream/.exec(object)?.[1] ?? '';
	return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
}
