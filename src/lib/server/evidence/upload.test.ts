import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PDF } from '../../../../tests/support/evidence-files.ts';
import { temporaryFolder } from '../../../../tests/support/temporary-database.ts';
import { readUpload } from './upload.ts';

const contentType = 'multipart/form-data; boundary=edge';
const FORM = Buffer.concat([
	Buffer.from('--edge\r\nContent-Disposition: form-data; name="title"\r\n\r\nLeitbild\r\n'),
	Buffer.from('--edge\r\nContent-Disposition: form-data; name="file"; filename="../../a.html"\r\n\r\n'),
	PDF,
	Buffer.from('\r\n--edge--\r\n')
]);

/** Sends pieces of some size, and then ends or breaks off. */
function sending(content: Uint8Array, size: number, breaks = false): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at >= content.length) return breaks ? controller.error(new Error('gone')) : controller.close();
			controller.enqueue(content.subarray(at, (at += size)));
		}
	});
}

function read(folder: string, body: ReadableStream<Uint8Array> | null, type = contentType, fields = new Map()) {
	return readUpload({ body, contentType: type }, folder, fields);
}

const filesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []);

test('a form is read in pieces of every size, and its file waits under a name of our own', async () => {
	for (const size of [1, 7, 64, 100_000]) {
		const folder = temporaryFolder();
		const upload = await read(folder, sending(FORM, size));
		expect(upload?.fields).toEqual(new Map([['title', 'Leitbild']]));
		expect(upload?.file).toMatchObject({ type: 'pdf', bytes: PDF.length });
		expect(filesIn(folder)).toEqual([`${(upload?.file as { id: string }).id}.part`]);
	}
});

test('a form that is cut off or breaks off anywhere leaves no file behind, and is answered', async () => {
	const folder = temporaryFolder();
	const cuts = fc.record({ at: fc.nat(FORM.length - 5), size: fc.integer({ min: 1, max: 300 }), breaks: fc.boolean() });
	await fc.assert(
		fc.asyncProperty(cuts, async ({ at, size, breaks }) => {
			expect(await read(folder, sending(FORM.subarray(0, at), size, breaks))).toBeUndefined();
			expect(filesIn(folder)).toEqual([]);
		}),
		{ numRuns: 60 }
	);
});

test('what is no form is none', async () => {
	const folder = temporaryFolder();
	expect(await read(folder, null)).toBeUndefined();
	expect(await read(folder, sending(FORM, 50), 'text/plain')).toBeUndefined();
	expect(await read(folder, sending(FORM, 50), 'multipart/form-data; charset=x')).toBeUndefined();
	expect(await read(folder, sending(FORM, 50), 'multipart/form-data; boundary=other')).toBeUndefined();
});

test('a disk without room is told, once all has been read, with what was typed', async () => {
	const large = Buffer.concat([FORM.subarray(0, 200), Buffer.alloc(3_000_000), FORM.subarray(200)]);
	const fields = new Map<string, string>();
	// A folder that is no folder refuses as a full disk does, before the first piece.
	const folder = join(temporaryFolder(), 'x\0y');
	await expect(read(folder, sending(large, 65_536), contentType, fields)).rejects.toThrow();
	expect(fields.get('title')).toBe('Leitbild');
});
