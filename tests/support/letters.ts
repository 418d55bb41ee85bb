import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

export interface StoredLetter {
	to: string;
	subject: string;
	/** decoded */
	text: string;
}

/** Undoes quoted-printable (RFC 2045). */
function decode(body: string): string {
	const bytes = body
		.replace(/=\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
	return Buffer.from(bytes, 'latin1').toString();
}

function readLetter(file: string): StoredLetter {
	const [head = '', ...body] = readFileSync(file, 'latin1').split('\n\n');
	const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? '';
	return { to: header('To'), subject: header('Subject'), text: decode(body.join('\n\n')) };
}

const servedFolder = () => join(process.env.TEST_FOLDER ?? '', 'mail');

/** All letters to an address that lie in a folder, in no order. @param folder of the served build where not given */
export function lettersTo(address: string, folder = servedFolder()): StoredLetter[] {
	try {
		return readdirSync(folder)
			.map((name) => readLetter(join(folder, name)))
			.filter(({ to }) => to === address);
	} catch {
		return [];
	}
}

/** Waits for a letter whose text has a link to the path, and returns the link's address without its host. */
export async function linkIn(address: string, path: string, folder = servedFolder()): Promise<string> {
	const find = () =>
		lettersTo(address, folder)
			.map(({ text }) => new RegExp(`https?://[^/\\s]+(${path}[\\w/-]+)`).exec(text)?.[1])
			.find(Boolean);
	await expect.poll(find).toBeTruthy();
	return find() ?? '';
}
