/** Opens all foldable parts of an element while the page is printed, and closes those that were closed. */
export function unfoldForPrint(element: HTMLElement): () => void {
	let opened: HTMLDetailsElement[] = [];
	function unfold() {
		opened = [...element.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
		for (const details of opened) details.open = true;
	}
	function fold() {
		for (const details of opened) details.open = false;
	}
	window.addEventListener('beforeprint', unfold);
	window.addEventListener('afterprint', fold);
	return () => {
		window.removeEventListener('beforeprint', unfold);
		window.removeEventListener('afterprint', fold);
	};
}
