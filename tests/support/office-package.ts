/** Files of word processors and their like, read as what they are: packages of parts that refer to each other. */
import { dirname, posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

const TYPES = '[Content_Types].xml';

/**
 * The parts of the package by name, as text, after what makes a program ask for repair has been ruled out: XML that
 * cannot be read, parts without a type, references to what is not there, and the marks of forgotten values.
 */
export function readPackage(file: Uint8Array): Record<string, string> {
	const entries = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));
	const parts = Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
	const names = new Set(Object.keys(parts));
	for (const [name, text] of Object.entries(parts)) {
		if (!/\.(xml|rels)$/.test(name)) continue;
		expectWellFormed(text, name);
		expect(text, name).not.toMatch(/undefined|\bNaN\b|\[object /);
	}
	expectTypes(parts[TYPES] ?? '', names);
	for (const name of names) if (name.endsWith('.rels')) expectTargets(name, parts[name] ?? '', names);
	return parts;
}

const TOKEN =
	/<\?[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;
const UNESCAPED = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;

/** One root, everything closed, nothing twice in one tag, nothing left unescaped. */
function expectWellFormed(xml: string, name: string): void {
	const open: string[] = [];
	let roots = 0;
	for (const [token, closing, tag, attributes = '', empty] of xml.matchAll(TOKEN)) {
		if (token === '<' || UNESCAPED.test(token)) throw new Error(`${name}: not escaped near ${token.slice(0, 100)}`);
		if (tag === undefined) continue;
		const keys = [...attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(([, key]) => key);
		if (new Set(keys).size < keys.length) throw new Error(`${name}: twice in ${token}`);
		if (closing) {
			if (open.pop() !== tag) throw new Error(`${name}: ${tag} is closed where it is not open`);
		} else {
			if (open.length === 0) roots++;
			if (!empty) open.push(tag);
		}
	}
	expect([open, roots], name).toEqual([[], 1]);
}

function expectTypes(types: string, names: ReadonlySet<string>): void {
	const endings = new Set(
		[...types.matchAll(/<Default[^>]* Extension="([^"]+)"/g)].map(([, ending = '']) => ending.toLowerCase())
	);
	const own = new Set([...types.matchAll(/<Override[^>]* PartName="\/([^"]+)"/g)].map(([, name]) => name));
	for (const name of names)
		if (name !== TYPES)
			expect(own.has(name) || endings.has(name.split('.').at(-1)?.toLowerCase() ?? ''), `type of ${name}`).toBe(true);
	for (const name of own) expect(names.has(name ?? ''), `${name}, which has a type`).toBe(true);
}

function expectTargets(name: string, text: string, names: ReadonlySet<string>): void {
	const folder = dirname(dirname(name));
	const found = [...text.matchAll(/<Relationship [^>]*>/g)].map(([one]) => one);
	const ids = found.map((one) => /\bId="([^"]+)"/.exec(one)?.[1]);
	expect(new Set(ids).size, `ids in ${name}`).toBe(ids.length);
	for (const one of found) {
		expect(one, `${name} leads out of the file`).not.toContain('TargetMode="External"');
		const target = /Target="([^"]+)"/.exec(one)?.[1] ?? '';
		const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
		expect(names.has(path), `${path}, named in ${name}`).toBe(true);
	}
}

/** The text of a part with a line for each paragraph of it. */
export function textOf(xml: string): string {
	return xml
		.replaceAll(/<w:br\/>/g, '\n')
		.replaceAll(/<\/[wa]:p>/g, '\n')
		.replaceAll(/<[^>]+>/g, '');
}
