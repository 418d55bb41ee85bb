/** Under which pseudonym a municipality is known to releases, also after it has become another entry of the register. */
import type { KeyObject } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Memory } from '#lib/domain/disclosure/time.ts';
import type { Variant } from '#lib/domain/instrument/instrument.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { pseudonymOf } from './release-marks.ts';

/**
 * The pseudonym of its key; where no earlier release knows that, of the key that one of its rounds was closed under, as
 * far as an earlier release knows that one. A merger of entries thus is no change of those who stand behind a table (D7).
 */
export function identifying(read: Reader, key: KeyObject, earlier: readonly Record<Variant, Memory>[]) {
	const known = new Set(earlier.flatMap(({ full, short }) => [full, short].flatMap(idsOf)));
	// Hundreds of holders know the same hundreds of municipalities.
	return remembered((municipalityKey: string): string => {
		const own = pseudonymOf(key, municipalityKey);
		if (known.size === 0 || known.has(own)) return own;
		const former = formerKeys(read, municipalityKey).map((one) => pseudonymOf(key, one));
		return former.find((one) => known.has(one)) ?? own;
	});
}

function remembered(find: (key: string) => string): (key: string) => string {
	const found = new Map<string, string>();
	return (key) => {
		const known = found.get(key) ?? find(key);
		found.set(key, known);
		return known;
	};
}

const idsOf = ({ participants }: Memory) => participants.map(({ id }) => id);

/** The keys in the profiles of its closed rounds, as frozen at closing, the last one first. */
function formerKeys(read: Reader, municipalityKey: string): string[] {
	const closed = and(eq(assessment.municipalityKey, municipalityKey), eq(assessment.state, 'closed'));
	const rows = read
		.select({ profile: assessment.profile })
		.from(assessment)
		.where(closed)
		.orderBy(desc(assessment.closedOn))
		.all();
	return rows.flatMap(({ profile }) => profile.municipality?.key ?? []);
}
