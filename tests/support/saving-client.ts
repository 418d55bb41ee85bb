import type { AnswerChange, SavedAnswer } from '#lib/server/checks/answers.ts';

/** Somebody with a check of their own who talks to the service as the pages do. */
export interface SavingClient {
	id: string;
	/** Saves a change; undefined where the service could not be reached or did not answer to the end. */
	save(change: AnswerChange): Promise<{ status: number; outcomes: SavedAnswer[] } | undefined>;
}

/** Starts a full check without a municipality. */
export async function startClient(origin: string): Promise<SavingClient> {
	const response = await fetch(`${origin}/check/new`, {
		method: 'POST',
		body: new URLSearchParams({ extent: 'full', source: 'trial' }),
		headers: { origin, accept: 'text/html' },
		redirect: 'manual'
	});
	const id = /^\/check\/([^/]+)\/code$/.exec(response.headers.get('location') ?? '')?.[1];
	if (!id) throw new Error(`No check was started: ${response.status}`);
	const cookie = response.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	return {
		id,
		async save(change) {
			try {
				const answer = await fetch(`${origin}/check/${id}/answers`, {
					method: 'PUT',
					body: JSON.stringify({ changes: [change] }),
					headers: { origin, cookie, 'content-type': 'application/json' }
				});
				const { outcomes = [] } = (await answer.json()) as { outcomes?: SavedAnswer[] };
				return { status: answer.status, outcomes };
			} catch {
				return undefined;
			}
		}
	};
}
