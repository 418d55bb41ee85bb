/** What a tagged PDF of the house says about itself. Its structure stands in the file as plain objects. */

export interface ReadPdf {
	/** the file, a character for each byte */
	file: string;
	/** what programs that manage files read */
	metadata: string;
	pages: number;
	/** headings in the list that programs show beside the pages */
	outline: string[];
	/** how often each kind of element occurs */
	elements: Record<string, number>;
	/** what pictures tell to whoever cannot see them; empty where one tells nothing */
	alternatives: string[];
	/** of the cells that are headers, for what they stand */
	scopes: string[];
	/** numbers of objects that do not stand where the table at the end says */
	misplaced: number[];
}

const OBJECT = /^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm;

export function readPdf(bytes: Uint8Array): ReadPdf {
	const file = Buffer.from(bytes).toString('latin1');
	const objects = [...file.matchAll(OBJECT)].map(([, number, text = '']) => ({ number: Number(number), text }));
	const structure = objects.flatMap(({ text }) => (text.includes('/Type /StructElem\n') ? [text] : []));
	const kinds = structure.map((text) => /^ {2}\/S \/(\w+)$/m.exec(text)?.[1] ?? '');
	return {
		file,
		metadata: Buffer.from(/<\?xpacket[\s\S]*<\?xpacket end/.exec(file)?.[0] ?? '', 'latin1').toString(),
		pages: Number(/\/Type \/Pages\n {2}\/Count (\d+)/.exec(file)?.[1]),
		outline: objects.flatMap(({ text }) => (/^ {2}\/Title .*\n {2}\/Dest /m.test(text) ? [textOf('Title', text)] : [])),
		elements: Object.fromEntries(
			Map.groupBy(kinds, (kind) => kind)
				.entries()
				.map(([kind, all]) => [kind, all.length])
		),
		alternatives: structure.filter((_, index) => kinds[index] === 'Figure').map((text) => textOf('Alt', text)),
		scopes: structure
			.filter((_, index) => kinds[index] === 'TH')
			.map((text) => /\/Scope \/(\w+)/.exec(text)?.[1] ?? 'none'),
		misplaced: misplaced(file, objects)
	};
}

/** A text of an object: in brackets, or UTF-16 in hexadecimal. */
function textOf(key: string, object: string): string {
	const plain = new RegExp(`/${key} \\((.*)\\)$`, 'm').exec(object)?.[1];
	if (plain !== undefined) return plain.replace(/\\(.)/g, '$1');
	const hex = new RegExp(`/${key} <FEFF([0-9A-F]*)>`).exec(object)?.[1] ?? '';
	return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => parseInt(code, 16)));
}

function misplaced(file: string, objects: readonly { number: number }[]): number[] {
	const table = file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1])).split(/\r?\n/);
	return objects.flatMap(({ number }) => {
		const place = Number(table[2 + number]?.slice(0, 10));
		return file.slice(place).startsWith(`${number} 0 obj\n`) ? [] : [number];
	});
}
