import { expect, test } from 'vitest';
import { LIST_MAXIMUM } from '#lib/domain/round/invitation-list.ts';
import { typedList } from './typed-list.ts';

function form(list: string, file?: Uint8Array<ArrayBuffer>): FormData {
	const data = new FormData();
	data.append('list', list);
	data.append('file', new File(file ? [file] : [], file ? 'liste.csv' : ''));
	return data;
}
const bytes = (text: string, encoding: BufferEncoding) => Uint8Array.from(Buffer.from(text, encoding));

test.each(['utf8', 'latin1'] as const)('a file in %s stands below what was pasted', async (encoding) => {
	expect(await typedList(form('a@b.de', bytes('c@d.de;Kämmerei', encoding)))).toBe('a@b.de\nc@d.de;Kämmerei');
});

test('without a file, what was pasted stays as it is', async () => {
	expect(await typedList(form('a@b.de\r\n'))).toBe('a@b.de\r\n');
	expect(await typedList(new FormData())).toBe('');
});

test('a file that is much too long is cut', async () => {
	expect(await typedList(form('', bytes('x'.repeat(LIST_MAXIMUM + 1), 'utf8')))).toHaveLength(LIST_MAXIMUM);
});
