/** D4: who sees single values of several municipalities. */
import type { Holder } from '#lib/domain/disclosure/disclosure.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { membership } from '#lib/server/db/schema-accounts.ts';

/** The municipalities, by key, of every account that is a member of more than one. */
export function findHolders(read: Reader): Holder[] {
	const { userId, municipalityKey } = membership;
	const held = new Map<string, Set<string>>();
	for (const { user, key } of read.select({ user: userId, key: municipalityKey }).from(membership).all()) {
		const keys = held.get(user) ?? new Set();
		held.set(user, keys.add(key));
	}
	return [...held.values()].filter(({ size }) => size > 1);
}
