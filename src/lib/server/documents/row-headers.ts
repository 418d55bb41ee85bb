/**
 * Makes the first cell of each row of a table its header in a tagged PDF: Typst 0.14 marks those of columns only. The
 * structure stands in the file as plain objects; their place in it is counted anew.
 */

interface Piece {
	/** of the object */
	number: number;
	text: string;
}

const OBJECT = /^(\d+) 0 obj\n[\s\S]*?\nendobj\n/gm;
const ROW_SCOPE = '/A [<<\n    /O /Table\n    /Scope /Row\n  >>]';

/** @param pdf as Typst writes it: objects one after the other, one table of them at the end @throws {Error} else */
export function withRowHeaders(pdf: Uint8Array): Uint8Array<ArrayBuffer> {
	const file = Buffer.from(pdf).toString('latin1');
	const pieces = [...file.matchAll(OBJECT)].map(([text, number]): Piece => ({ number: Number(number), text }));
	const byNumber = new Map(pieces.map((piece) => [piece.number, piece]));
	for (const { text } of pieces.filter(({ text }) => text.includes('/S /TR\n'))) {
		const first = /\/K \[(\d+) 0 R/.exec(text)?.[1];
		const cell = byNumber.get(Number(first));
		if (!cell?.text.includes('/S /TD\n')) continue;
		cell.text = cell.text.replace('/S /TD\n', `/S /TH\n  ${ROW_SCOPE}\n`);
	}
	return new Uint8Array(Buffer.from(rebuilt(file, pieces), 'latin1'));
}

function rebuilt(file: string, pieces: readonly Piece[]): string {
	const start = file.search(/^\d+ 0 obj$/m);
	const trailer = /^trailer\n[\s\S]*?>>\nstartxref\n/m.exec(file)?.[0];
	if (start < 0 || !trailer) throw new Error('Not a file as Typst writes it');
	let written = file.slice(0, start);
	const places = new Map<number, number>();
	for (const { number, text } of pieces) {
		places.set(number, written.length);
		written += `${text}\n`;
	}
	const size = Number(/\/Size (\d+)/.exec(trailer)?.[1]);
	const entries = Array.from({ length: size - 1 }, (_, index) => {
		const place = places.get(index + 1);
		if (place === undefined) throw new Error(`Object ${index + 1} is missing`);
		return `${String(place).padStart(10, '0')} 00000 n\r\n`;
	});
	const table = `xref\n0 ${size}\n0000000000 65535 f\r\n${entries.join('')}`;
	return `${written}${table}${trailer}${written.length}\n%%EOF`;
}
