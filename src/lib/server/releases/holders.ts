/** D4: who sees single values of several municipalities, alone or with colleagues. */
import { eq } from 'drizzle-orm';
import type { Holder } from '#lib/domain/disclosure/disclosure.ts';
import type { Reader } from '#lib/server/db/open.ts';
import { membership } from '#lib/server/db/schema-accounts.ts';
import { publication } from '#lib/server/db/schema-publications.ts';
import { consultant, grantOpening, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { assessment } from '#lib/server/db/schema.ts';

/**
 * The municipalities, by key, of every account that is a member of more than one, or knows more than one by grants
 * (D15): what somebody has been granted or has opened is known to them after the grant has ended, too. Colleagues of an
 * organisation that reviews count as one: it knows whatever it was ever granted, and whatever its consultants know. Each
 * of them knows those whose results are public as well, and so does everybody else.
 *
 * Whoever knows no more than another does decides nothing and is left out.
 */
export function findHolders(read: Reader): Holder[] {
	const open = findPublicMunicipalities(read);
	const accounts = new Map<string, Set<string>>();
	const organisations = new Map<string, Set<string>>();
	const { userId, municipalityKey } = membership;
	for (const { user, key } of read.select({ user: userId, key: municipalityKey }).from(membership).all())
		hold(accounts, user, key);
	for (const { users, consultancyId, key } of findGranted(read)) {
		for (const user of users) hold(accounts, user, key);
		hold(organisations, consultancyId, key);
	}
	for (const { userId, consultancyId } of read.select().from(consultant).all())
		for (const key of accounts.get(userId) ?? []) hold(organisations, consultancyId, key);
	const several = [...accounts.values(), ...organisations.values()].filter(({ size }) => size > 1);
	return largestOf([...several.map((keys) => keys.union(open)), ...(open.size > 0 ? [open] : [])]);
}

function hold(held: Map<string, Set<string>>, holder: string | null, key: string | null): void {
	if (holder === null || key === null) return;
	const keys = held.get(holder) ?? new Set();
	held.set(holder, keys.add(key));
}

/** Those that lie in no other; of equal ones the first. */
function largestOf(sets: readonly Set<string>[]): Set<string>[] {
	const largest: Set<string>[] = [];
	for (const one of sets.toSorted((a, b) => b.size - a.size))
		if (!largest.some((other) => one.isSubsetOf(other))) largest.push(one);
	return largest;
}

function findGranted(read: Reader) {
	const { consultantId, standInId, assessmentId, consultancyId } = reviewGrant;
	const key = assessment.municipalityKey;
	const rows = read
		.select({ consultantId, standInId, consultancyId, openedBy: grantOpening.userId, key })
		.from(reviewGrant)
		.innerJoin(assessment, eq(assessment.id, assessmentId))
		.leftJoin(grantOpening, eq(grantOpening.grantId, reviewGrant.id))
		.all();
	return rows.map(({ consultantId, standInId, openedBy, ...row }) => ({
		...row,
		users: [consultantId, standInId, openedBy]
	}));
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
