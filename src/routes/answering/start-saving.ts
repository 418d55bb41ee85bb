import type { ResolvedPathname } from '$app/types';
import type { Start } from '#lib/components/answering/saving.svelte.ts';
import type { StorageKey } from '../browser-storage.ts';
import { putAnswers } from './put-answers.ts';

/**
 * How a questionnaire is saved in this browser.
 * @param id of the check, or what stands for the response
 * @param path to which changes are put
 * @param sharedComputer keeps nothing in the browser
 */
export function startOf(id: string, path: ResolvedPathname, sharedComputer: boolean): Start {
	return {
		keys: { unsent: `unsent:${id}` satisfies StorageKey, pace: `pace:${id}` satisfies StorageKey },
		shelf: sharedComputer ? undefined : localStorage,
		windowShelf: sessionStorage,
		put: (changes) => putAnswers(path, changes)
	};
}
