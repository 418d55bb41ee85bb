/** Opening a page of a review: the right, the note and what is read in one job. */
import { error, type RequestEvent } from '@sveltejs/kit';
import type { What } from '#lib/domain/access.ts';
import { database } from '#lib/server/database.ts';
import type { Reader } from '#lib/server/db/open.ts';
import type { Asking, HeldGrant } from '#lib/server/reviews/grants.ts';
import { openReview } from '#lib/server/reviews/openings.ts';
import { today } from '#lib/server/today.ts';
import { requireGrant } from '../../guards.ts';

type GrantEvent = Pick<RequestEvent, 'locals' | 'url'> & { params: { grant: string } };

/** Who asks for the grant in the address. */
export function askingOf(event: GrantEvent, what?: What): Asking {
	const { grant, user } = requireGrant(event, what);
	return { grantId: grant.id, userId: user.id, today: today() };
}

/** What `read` gives for whoever may read the review; 404 for everybody else, also where it was revoked meanwhile. */
export async function openPage<T>(
	event: GrantEvent,
	opened: string,
	read: (held: HeldGrant, reader: Reader) => T
): Promise<T> {
	const found = await openReview(database(), askingOf(event), opened, read);
	if (found === undefined) error(404);
	return found;
}
