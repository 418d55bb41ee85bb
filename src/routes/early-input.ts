/**
 * What somebody types or chooses before the scripts have loaded. Svelte sets every field to the server's value when it
 * takes a page over, which would lose it; so the layout looks before and puts it back afterwards.
 */

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field that no longer stands as the server sent it, with how to put it back. */
interface Edited {
	field: Field;
	putBack: () => void;
}

function edit(field: Field): Edited | undefined {
	if (field instanceof HTMLSelectElement) {
		const { selectedIndex } = field;
		const sent = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
		if (selectedIndex === Math.max(0, sent)) return undefined;
		return { field, putBack: () => (field.selectedIndex = selectedIndex) };
	}
	if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
		const { checked } = field;
		return checked === field.defaultChecked ? undefined : { field, putBack: () => (field.checked = checked) };
	}
	// No script may choose a file, and Svelte leaves the chosen one alone; the page only has to be told.
	if (field.type === 'file') return field.value === '' ? undefined : { field, putBack: () => undefined };
	const { value } = field;
	return value === field.defaultValue ? undefined : { field, putBack: () => (field.value = value) };
}

/** The fields of a page that were edited since the server sent it; call it before Svelte takes the page over. */
export function editedFields(page: ParentNode): Edited[] {
	const fields = page.querySelectorAll<Field>('input:not([type=hidden]), textarea, select');
	return [...fields].map(edit).filter((one) => one !== undefined);
}

/** Puts edits back and tells the page of them as if they were made now, so that they are bound and saved as well. */
export function putBack(edits: Edited[]): void {
	for (const one of edits) one.putBack();
	for (const { field } of edits) {
		field.dispatchEvent(new Event('input', { bubbles: true }));
		field.dispatchEvent(new Event('change', { bubbles: true }));
	}
}
