import { error, type RequestEvent } from '@sveltejs/kit';
import { findSharedCheck, type Check } from '#lib/server/checks/checks.ts';
import { database } from '#lib/server/database.ts';
import { hashCode } from '#lib/server/keys.ts';
import { linkReading } from '../check/limits.ts';

/** The check behind a read-only link; 404 where the link is wrong or has ended, 429 where too many are tried. */
export async function requireSharedCheck(event: Pick<RequestEvent, 'params' | 'getClientAddress'>): Promise<Check> {
	if (!linkReading.allows(event.getClientAddress())) error(429, 'limit');
	const check = await findSharedCheck(database(), hashCode, event.params.token ?? '');
	if (!check) error(404, 'shared');
	return check;
}
