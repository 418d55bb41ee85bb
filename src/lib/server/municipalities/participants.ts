/** Municipalities that take part: registered by an account, verified by the operator or by an e-mail domain. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { domainOf } from '#lib/domain/account/account.ts';
import type { MemberRole } from '#lib/domain/municipality/membership.ts';
import type { User } from '#lib/server/accounts/accounts.ts';
import { note } from './audit.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { allowedDomain, membership, participant, user } from '#lib/server/db/schema-accounts.ts';
import { assessment, municipality } from '#lib/server/db/schema.ts';
import { deleteRound } from '#lib/server/rounds/rounds.ts';

export type Registered = { verified: boolean } | { refused: 'unknown' | 'taken' };

/**
 * Registers a municipality by its key; whoever does it becomes its first organiser. An address of a domain that the
 * operator has allowed for it verifies it at once.
 */
export function registerMunicipality(
	db: Db,
	by: Pick<User, 'id' | 'email'>,
	key: string,
	today: string
): Promise<Registered> {
	return db.write((writer) => {
		const entry = and(eq(municipality.key, key), isNull(municipality.goneOn));
		if (!writer.select({ key: municipality.key }).from(municipality).where(entry).get()) return { refused: 'unknown' };
		const made = writer
			.insert(participant)
			.values({ municipalityKey: key, registeredOn: today })
			.onConflictDoNothing()
			.run();
		if (made.changes === 0) return { refused: 'taken' };
		writer.insert(membership).values({ municipalityKey: key, userId: by.id, role: 'organiser', since: today }).run();
		note(writer, { municipalityKey: key, userId: by.id, event: 'municipality_registered' }, today);
		const verified = isAllowed(writer, key, by.email);
		if (verified) verifyIn(writer, key, 'domain', today);
		return { verified };
	});
}

function isAllowed(writer: Writer, key: string, email: string): boolean {
	const { domain, municipalityKey } = allowedDomain;
	const allowed = and(eq(domain, domainOf(email)), eq(municipalityKey, key));
	return writer.select({ domain }).from(allowedDomain).where(allowed).get() !== undefined;
}

function verifyIn(writer: Writer, key: string, by: 'operator' | 'domain', today: string, userId?: string): boolean {
	const open = and(eq(participant.municipalityKey, key), isNull(participant.verifiedOn));
	const verified = writer.update(participant).set({ verifiedOn: today, verifiedBy: by }).where(open).run().changes > 0;
	if (verified) note(writer, { municipalityKey: key, userId, event: 'municipality_verified' }, today);
	return verified;
}

/** The operator's word that those who registered a municipality act for it; false where there is nothing to verify. */
export function verifyMunicipality(db: Db, key: string, operatorId: string, today: string): Promise<boolean> {
	return db.write((writer) => verifyIn(writer, key, 'operator', today, operatorId));
}

/**
 * Takes a registration back that nobody has verified, with its members and everything they made, so that the right
 * people can register; false where there is none.
 */
export async function rejectMunicipality(db: Db, keyFolder: string, key: string, today: string): Promise<boolean> {
	const open = and(eq(participant.municipalityKey, key), isNull(participant.verifiedOn));
	if (!db.read.select().from(participant).where(open).get()) return false;
	const rounds = db.read
		.select({ id: assessment.id })
		.from(assessment)
		.where(eq(assessment.municipalityKey, key))
		.all();
	for (const { id } of rounds) await deleteRound(db, keyFolder, id, { today });
	return db.write((writer) => writer.delete(participant).where(open).run().changes > 0);
}

/** Allows a domain: addresses of it verify the municipality, now and later. False for an unknown municipality. */
export function allowDomain(db: Db, { domain, key }: { domain: string; key: string }, today: string): Promise<boolean> {
	return db.write((writer) => {
		if (!writer.select({ key: municipality.key }).from(municipality).where(eq(municipality.key, key)).get())
			return false;
		const allowed = { domain, municipalityKey: key };
		writer
			.insert(allowedDomain)
			.values(allowed)
			.onConflictDoUpdate({ target: allowedDomain.domain, set: allowed })
			.run();
		const organisers = writer
			.select({ email: user.email })
			.from(membership)
			.innerJoin(user, eq(user.id, membership.userId))
			.where(and(eq(membership.municipalityKey, key), eq(membership.role, 'organiser')))
			.all();
		if (organisers.some(({ email }) => domainOf(email) === domain)) verifyIn(writer, key, 'domain', today);
		return true;
	});
}

export function disallowDomain(db: Db, domain: string): Promise<void> {
	return db.write((writer) => void writer.delete(allowedDomain).where(eq(allowedDomain.domain, domain)).run());
}

export interface AllowedDomain {
	domain: string;
	municipality: string;
}

export async function findAllowedDomains(db: Db): Promise<AllowedDomain[]> {
	return db.read
		.select({ domain: allowedDomain.domain, municipality: municipality.name })
		.from(allowedDomain)
		.innerJoin(municipality, eq(municipality.key, allowedDomain.municipalityKey))
		.orderBy(asc(allowedDomain.domain))
		.all();
}

export interface Participant {
	key: string;
	name: string;
	district: string | undefined;
	registeredOn: string;
	verifiedOn: string | undefined;
	verifiedBy: 'operator' | 'domain' | undefined;
	/** for the operator to judge by, and to write to */
	organisers: { name: string; email: string }[];
}

/** All that take part, for the operator: those who wait for it first, then by name. */
export async function findParticipants(db: Db): Promise<Participant[]> {
	const rows = db.read
		.select({ participant, name: municipality.name, district: municipality.districtName })
		.from(participant)
		.innerJoin(municipality, eq(municipality.key, participant.municipalityKey))
		.orderBy(asc(municipality.name))
		.all();
	const organisers = db.read
		.select({ key: membership.municipalityKey, name: user.name, email: user.email })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(eq(membership.role, 'organiser'))
		.all();
	const found = rows.map(({ participant: { municipalityKey: key, ...row }, name, district }) => ({
		key,
		name,
		district: district ?? undefined,
		registeredOn: row.registeredOn,
		verifiedOn: row.verifiedOn ?? undefined,
		verifiedBy: row.verifiedBy ?? undefined,
		organisers: organisers.filter((one) => one.key === key).map(({ name, email }) => ({ name, email }))
	}));
	return [...found.filter((one) => !one.verifiedOn), ...found.filter((one) => one.verifiedOn)];
}

export interface OwnMunicipality {
	key: string;
	name: string;
	role: MemberRole;
	verified: boolean;
}

/** The municipalities that somebody is a member of, by name. */
export async function findOwnMunicipalities(db: Db, userId: string): Promise<OwnMunicipality[]> {
	const rows = db.read
		.select({
			key: municipality.key,
			name: municipality.name,
			role: membership.role,
			verifiedOn: participant.verifiedOn
		})
		.from(membership)
		.innerJoin(participant, eq(participant.municipalityKey, membership.municipalityKey))
		.innerJoin(municipality, eq(municipality.key, membership.municipalityKey))
		.where(eq(membership.userId, userId))
		.orderBy(asc(municipality.name))
		.all();
	return rows.map(({ verifiedOn, ...row }) => ({ ...row, verified: verifiedOn !== null }));
}
