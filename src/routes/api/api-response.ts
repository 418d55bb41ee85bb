/** Answers of the public interface as HTTP has them. */
import { PROBLEMS } from '#lib/domain/api/problem-kinds.ts';
import { problemOf, type Refusal } from '#lib/domain/api/problem.ts';
import { COPY_SECONDS } from '#lib/domain/api/operation.ts';
import { sha256 } from '#lib/server/sha256.ts';

const TYPE = 'application/problem+json';

/** A mark over the bytes of the answer, which thus says no more than they do. */
export function answered(answer: unknown, headers: Record<string, string> = {}): Response {
	const body = JSON.stringify(answer);
	return new Response(body, {
		headers: {
			'content-type': 'application/json',
			'cache-control': `public, max-age=${COPY_SECONDS}, must-revalidate`,
			etag: `"${sha256(body)}"`,
			...headers
		}
	});
}

/** @param origin of the service */
export function refused(refusal: Refusal, origin: string, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(problemOf(refusal, origin)), {
		status: refusal.refused,
		statusText: PROBLEMS[refusal.refused].title,
		headers: { 'content-type': TYPE, 'cache-control': 'no-store', ...headers }
	});
}

export function isProblem(response: Response): boolean {
	return response.headers.get('content-type') === TYPE;
}

/** Without its body where the caller has the same already (RFC 9110, 13.1.2: compared weakly, as proxies that compress make marks weak). */
export function unlessKnown(response: Response, asked: string | null): Response {
	const etag = response.headers.get('etag');
	if (!asked || !etag) return response;
	const known = asked.split(',').map((one) => one.trim().replace(/^W\//, ''));
	if (!known.includes(etag) && !known.includes('*')) return response;
	const headers = new Headers(response.headers);
	headers.delete('content-type');
	return new Response(null, { status: 304, headers });
}
