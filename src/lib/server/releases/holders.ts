/** D4: who sees single values of several municipalities. */
import { eq } from 'drizzle-orm';
import type { Holder } from '#lib/domain/disclosure/disclosure.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { membership } from '#lib/server/db/schema-accounts.ts';
import { publication } from '#lib/server/db/schema-publications.ts';
import { grantOpening, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { assessment } from '#lib/server/db/schema.ts';

/**
 * The municipalities, by key, of every account that is a member of more than one, or knows more than one by grants
 * (D15): what somebody has been granted or has opened is known to them after the grant has ended, too. Each of them knows
 * those whose results are public as well, and so does everybody else.
 */
export function findHolders(read: Reader): Holder[] {
	const known = findPublicMunicipalities(read);
	const { userId, municipalityKey } = membership;
	const held = new Map<string, Set<string>>();
	const members = read.select({ user: userId, key: municipalityKey }).from(membership).all();
	for (const { user, key } of [...members, ...findGranted(read)]) {
		if (user === null || key === null) continue;
		const keys = held.get(user) ?? new Set();
		held.set(user, keys.add(key));
	}
	const several = [...held.values()].filter(({ size }) => size > 1).map((keys) => keys.union(known));
	return known.size > 0 ? [...several, known] : several;
}

function findGranted(read: Reader) {
	const { consultantId, standInId, assessmentId } = reviewGrant;
	const key = assessment.municipalityKey;
	const rows = read
		.select({ consultantId, standInId, openedBy: grantOpening.userId, key })
		.from(reviewGrant)
		.innerJoin(assessment, eq(assessment.id, assessmentId))
		.leftJoin(grantOpening, eq(grantOpening.grantId, reviewGrant.id))
		.all();
	return rows.flatMap((row) => [row.consultantId, row.standInId, row.openedBy].map((user) => ({ user, key: row.key })));
}

/** D4: the municipalities that everybody knows a result of, or may have read it while it was public. */
function findPublicMunicipalities(read: Reader): Set<string> {
	const { municipalityKey } = assessment;
	const rows = read
		.select({ key: municipalityKey })
		.from(publication)
		.innerJoin(assessment, eq(assessment.id, publication.assessmentId))
		.all();
	return new Set(rows.flatMap(({ key }) => key ?? []));
}
