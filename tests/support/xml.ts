/** A reader of XML as this house writes it: elements with elements, or with one text. */
export interface Parsed {
	name: string;
	attributes: Record<string, string>;
	text: string;
	children: Parsed[];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** @throws where something is not closed, not escaped, or closed twice */
export function parseXml(xml: string): Parsed {
	const document: Parsed = { name: '', attributes: {}, text: '', children: [] };
	const open = [document];
	const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
	for (const [part, closing, name = '', told = '', empty, text] of body.matchAll(
		/<(\/?)([\w:.-]+)((?: [\w:.-]+="[^"<]*")*)(\/?)>|([^<]+|<)/g
	)) {
		const parent = open.at(-1) as Parsed;
		if (text !== undefined) parent.text += read(part);
		else if (closing) {
			if (open.pop()?.name !== name) throw new Error(`${name} is closed where it is not open`);
		} else {
			const attributes = Object.fromEntries(
				Array.from(told.matchAll(/([\w:.-]+)="([^"]*)"/g), ([, key = '', value = '']) => [key, read(value)])
			);
			const element: Parsed = { name, attributes, text: '', children: [] };
			parent.children.push(element);
			if (!empty) open.push(element);
		}
	}
	const [root] = document.children;
	if (open.length !== 1 || document.children.length !== 1 || !root) throw new Error('No single root');
	return root;
}

function read(text: string): string {
	if (/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`Not escaped: ${text}`);
	return text.replace(/&(\w+);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}
