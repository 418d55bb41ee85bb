/** Organisations that review, and who belongs to them. */
import { and, asc, count, eq, notExists } from 'drizzle-orm';
import type { Consultant } from '#lib/domain/review/grant.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { consultantMembership } from '#lib/server/db/replay-reviews.ts';
import { user } from '#lib/server/db/schema-accounts.ts';
import { consultancy, consultant, reviewGrant } from '#lib/server/db/schema-reviews.ts';

export interface OwnConsultancy extends Consultant {
	name: string;
	joinedOn: string;
}

/** For which organisation somebody reviews. */
export function findConsultant(db: Db, userId: string): OwnConsultancy | undefined {
	return readConsultant(db.read, userId);
}

export function readConsultant(reader: Reader, userId: string): OwnConsultancy | undefined {
	const { consultancyId, joinedOn } = consultant;
	return reader
		.select({ userId: consultant.userId, consultancyId, joinedOn, name: consultancy.name })
		.from(consultant)
		.innerJoin(consultancy, eq(consultancy.id, consultancyId))
		.where(eq(consultant.userId, userId))
		.get();
}

/** Registers an organisation with its first consultant; `member` where somebody belongs to one already. */
export function registerConsultancy(
	db: Db,
	{ name, userId }: { name: string; userId: string },
	today: string
): Promise<{ refused: 'member' } | undefined> {
	const id = randomToken();
	return db.write((writer) => {
		if (readConsultant(writer, userId)) return { refused: 'member' };
		writer.insert(consultancy).values({ id, name, registeredOn: today }).run();
		writer.insert(consultant).values({ userId, consultancyId: id, joinedOn: today }).run();
		return undefined;
	});
}

export interface ListedConsultant {
	userId: string;
	name: string;
	email: string;
	joinedOn: string;
}

/** Who belongs to an organisation, by name. */
export function findConsultants(db: Db, consultancyId: string): ListedConsultant[] {
	return db.read
		.select({ userId: consultant.userId, name: user.name, email: user.email, joinedOn: consultant.joinedOn })
		.from(consultant)
		.innerJoin(user, eq(user.id, consultant.userId))
		.where(eq(consultant.consultancyId, consultancyId))
		.orderBy(asc(user.name))
		.all();
}

/**
 * Leaves the organisation: from then on its grants open nothing, also after a restore. The organisation goes with its
 * last member, unless a grant names it.
 */
export async function leaveConsultancy(db: Db, userId: string, today: string): Promise<void> {
	const left = await db.write((writer) => {
		const found = readConsultant(writer, userId);
		if (!found) return [];
		writer.delete(consultant).where(eq(consultant.userId, userId)).run();
		removeEmpty(writer);
		return [consultantMembership(found)];
	});
	db.deletions.add('consultant', left, today);
}

/** Deletes organisations without members that no grant names. */
export function removeEmpty(writer: Writer): void {
	const members = writer.select().from(consultant).where(eq(consultant.consultancyId, consultancy.id));
	const grants = writer.select().from(reviewGrant).where(eq(reviewGrant.consultancyId, consultancy.id));
	writer
		.delete(consultancy)
		.where(and(notExists(members), notExists(grants)))
		.run();
}

/** For the operator: all organisations by name, with how many belong to them. */
export function findConsultancies(db: Db): { id: string; name: string; registeredOn: string; members: number }[] {
	const { id, name, registeredOn } = consultancy;
	return db.read
		.select({ id, name, registeredOn, members: count(consultant.userId) })
		.from(consultancy)
		.leftJoin(consultant, eq(consultant.consultancyId, id))
		.groupBy(id)
		.orderBy(asc(name))
		.all();
}
