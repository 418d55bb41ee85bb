/** Saves that the storage refuses: the one place that turns them into status and words. */
import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { StorageBroken, StorageFull, storageError } from '#lib/server/db/storage-error.ts';

/** `full`: there is no room; `broken`: the disk has failed, or the service is about to stop. */
export type Refused = 'full' | 'broken';

const STATUS = { full: 507, broken: 503 } as const;

/** What an error means for whoever wanted to save; undefined where it has nothing to do with the storage. */
export function storageRefusal(error: unknown): { status: 507 | 503; storage: Refused } | undefined {
	const reason = storageError(error);
	const storage = reason instanceof StorageFull ? 'full' : reason instanceof StorageBroken ? 'broken' : undefined;
	return storage && { status: STATUS[storage], storage };
}

/** The response under the status of a refused save; Kit would answer 500, or 200 where a form is sent by a script. */
export function withStatus(response: Response, refused: Refused | undefined): Response {
	if (!refused) return response;
	return new Response(response.body, { status: STATUS[refused], headers: response.headers });
}

/** Notes a save that the storage refuses, and tells how to answer it. @throws every other error, as it is */
export function refusedSave({ locals }: Pick<RequestEvent, 'locals'>, error: unknown) {
	const refusal = storageRefusal(error);
	if (!refusal) throw error;
	console.error(locals.requestId, String(error));
	locals.refused = refusal.storage;
	return refusal;
}

type FormAction<Event> = (event: Event) => unknown;

/**
 * Form actions that, where the storage refuses the save, fail with 507 or 503 and give the page back what was typed.
 * @param typed what the page needs to show the form as it was posted
 */
export function keepTyped<
	Event extends RequestEvent,
	Actions extends Record<string, FormAction<Event>>,
	Typed extends object
>(
	typed: (event: Event, form: FormData) => Typed | Promise<Typed>,
	actions: Actions & Record<string, FormAction<Event>>
) {
	const keep = (action: FormAction<Event>) => async (event: Event) => {
		const posted = event.request.clone();
		try {
			return await action(event);
		} catch (error) {
			const { status, storage } = refusedSave(event, error);
			return fail(status, { storage, ...(await typed(event, await posted.formData())) });
		}
	};
	const kept = Object.entries(actions).map(([name, action]) => [name, keep(action)]);
	return Object.fromEntries(kept) as {
		[Name in keyof Actions]: (
			event: Event
		) => Promise<Awaited<ReturnType<Actions[Name]>> | ActionFailure<{ storage: Refused } & Typed>>;
	};
}

/** For forms in which nothing is typed. */
export const nothingTyped = () => ({});
