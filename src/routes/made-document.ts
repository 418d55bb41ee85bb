/** What comes back when a document is asked for. */

/**
 * The name of the file; `page`: a page says more than the link could, such as the one to sign in on; `failed`: worth another
 * try.
 */
export type DocumentAnswer = { name: string } | 'page' | 'failed';

export function answerOf({
	headers,
	ok,
	redirected,
	status
}: Pick<Response, 'headers' | 'ok' | 'redirected' | 'status'>): DocumentAnswer {
	if (redirected || (status >= 400 && status < 500)) return 'page';
	const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
	return ok && name !== undefined ? { name } : 'failed';
}
