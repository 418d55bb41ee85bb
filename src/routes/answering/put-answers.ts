import type { ResolvedPathname } from '$app/types';
import type { Change, Outcome, Sent } from '#lib/components/answering/save-queue.svelte.ts';

/** Puts changes on the server; every way it can fail is a value. */
export async function putAnswers(path: ResolvedPathname, changes: Change[]): Promise<Sent> {
	let response: Response;
	try {
		response = await fetch(path, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ changes })
		});
	} catch {
		return { failed: 'offline' };
	}
	if (response.status === 404) return { refused: 'gone' };
	const body = (await response.json().catch(() => ({}))) as { outcomes?: Outcome[] };
	if (body.outcomes) return { outcomes: body.outcomes };
	if (response.status === 409) return { refused: 'closed' };
	return { failed: response.status === 507 ? 'full' : 'broken' };
}
