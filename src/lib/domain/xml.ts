/** XML 1.0, written from values: nothing in a text can become markup. */

export interface XmlElement {
	name: string;
	attributes: Readonly<Record<string, string | number | undefined>>;
	/** elements, or one text */
	content: readonly XmlElement[] | string;
}

/** @param attributes those that are undefined are left out */
export function element(
	name: string,
	attributes: XmlElement['attributes'] = {},
	content: XmlElement['content'] = []
): XmlElement {
	return { name, attributes, content };
}

/** The document with its declaration, indented by tabs. */
export function xmlOf(root: XmlElement): string {
	return `<?xml version="1.0" encoding="UTF-8"?>\n${markupOf(root)}\n`;
}

/** An element and all in it, indented by tabs. */
export function markupOf(root: XmlElement): string {
	return written(root, '');
}

function written({ name, attributes, content }: XmlElement, indent: string): string {
	const told = Object.entries(attributes).flatMap(([key, value]) =>
		value === undefined ? [] : [` ${key}="${escapeXml(`${value}`)}"`]
	);
	const start = `${indent}<${name}${told.join('')}`;
	if (typeof content === 'string') return `${start}>${escapeXml(content)}</${name}>`;
	if (content.length === 0) return `${start}/>`;
	return `${start}>\n${content.map((child) => written(child, `${indent}\t`)).join('\n')}\n${indent}</${name}>`;
}

/** What no XML can hold, escaped or not: controls but tab and line ends, halves of characters, and what is no character. */
const UNREADABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** A text as it may stand between tags and in attributes. */
export function escapeXml(text: string): string {
	return text
		.toWellFormed()
		.replace(UNREADABLE, '')
		.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
