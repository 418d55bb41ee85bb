/** A handler for an operation: reads the parameters, and lets nothing out that its schema does not describe. */
import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { OPERATIONS, type OperationId } from '#lib/domain/api/operation.ts';
import type { Refusal } from '#lib/domain/api/problem.ts';
import { readQuery } from '#lib/domain/api/query.ts';
import { database } from '#lib/server/database.ts';
import { findRelease, type Release } from '#lib/server/releases/releases.ts';
import { answered, refused } from './api-response.ts';

type Answer<Id extends OperationId> = z.infer<(typeof OPERATIONS)[Id]['answer']>;
type Query<Id extends OperationId> = z.infer<(typeof OPERATIONS)[Id]['query']>;

/** @param answer what there is to say, or why there is nothing */
export function handlerOf<Id extends OperationId>(
	id: Id,
	answer: (query: Query<Id>, event: RequestEvent) => Answer<Id> | Refusal
) {
	return (event: RequestEvent): Response => {
		const { searchParams, origin } = event.url;
		const query = readQuery(OPERATIONS[id].query, searchParams) as Query<Id> | Refusal;
		const found = isRefusal(query) ? query : answer(query, event);
		if (isRefusal(found)) return refused(found, origin);
		const checked = OPERATIONS[id].answer.parse(found);
		const next = 'next' in checked ? checked.next : undefined;
		return answered(checked, typeof next === 'string' ? { link: `<${next}>; rel="next"` } : {});
	};
}

function isRefusal(value: object): value is Refusal {
	return 'refused' in value;
}

/** What is said of a published release; of one that was taken back, the public reason alone. */
export function ofRelease<Told>({ params }: RequestEvent, tell: (release: Release) => Told): Told | Refusal {
	const release = findRelease(database(), Number(params.number));
	if (!release) return { refused: 404 };
	const { retraction } = release;
	if (!retraction) return tell(release);
	return { refused: 410, retraction: { retractedOn: retraction.retractedOn, reason: retraction.reason } };
}
