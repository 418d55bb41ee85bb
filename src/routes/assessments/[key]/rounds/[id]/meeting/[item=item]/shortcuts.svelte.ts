/** Keys of one character can be switched off (WCAG 2.1.4); what was chosen holds as long as the pages stay open. */
export const shortcuts = $state({ on: true });

/** Whether a key was meant for the page, and not for a field in which somebody types or for the browser. */
export function isForPage(event: KeyboardEvent): boolean {
	if (!shortcuts.on || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return false;
	const { target } = event;
	if (!(target instanceof HTMLElement)) return true;
	const types = target.closest('textarea, select, [contenteditable], input:not([type="radio"], [type="checkbox"])');
	const moves = target.matches('input[type="radio"]') && event.key.startsWith('Arrow');
	return !types && !moves;
}
