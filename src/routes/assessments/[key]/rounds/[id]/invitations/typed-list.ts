import { LIST_MAXIMUM } from '#lib/domain/round/invitation-list.ts';

/** What was pasted and what lies in the chosen file, below each other: files are shown in the field from then on. */
export async function typedList(form: FormData): Promise<string> {
	const pasted = String(form.get('list') ?? '');
	const file = form.get('file');
	const inFile = file instanceof File && file.size > 0 ? decode(await file.arrayBuffer()) : '';
	return [pasted, inFile]
		.filter((text) => text.trim() !== '')
		.join('\n')
		.slice(0, LIST_MAXIMUM);
}

/** Spreadsheet programs in Germany write lists in Windows-1252 as often as in UTF-8. */
function decode(bytes: ArrayBuffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}
