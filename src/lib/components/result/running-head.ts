/** Gives every printed page its head and foot: styles of a page can only take text from the root element. */
import type { ResultAbout } from '#lib/domain/result/view-about.ts';
import { headTexts } from './origin-words.ts';

/** Holds as long as the element is there. */
export function runningHead(about: ResultAbout): (element: HTMLElement) => () => void {
	return ({ ownerDocument }) => {
		const { style } = ownerDocument.documentElement;
		const texts = Object.entries(headTexts(about));
		for (const [name, text] of texts) style.setProperty(`--paper-${name}`, quoted(text));
		return () => {
			for (const [name] of texts) style.removeProperty(`--paper-${name}`);
		};
	};
}

/** A text as CSS writes it. */
function quoted(text: string): string {
	return `"${text.replace(/["\\\p{Cc}]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
}
