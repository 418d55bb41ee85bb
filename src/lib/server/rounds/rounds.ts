/** Rounds: one municipality answering once, prepared here and found by whoever may see it. Every search takes the municipality. */
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Profile } from '#lib/domain/municipality/municipality.ts';
import { lastDayToExtend, type Phase, type RoundMode, type RoundSettings } from '#lib/domain/round/round.ts';
import { sweepEvidence } from '#lib/server/evidence/sweep.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { round, roundRole } from '#lib/server/db/schema-rounds.ts';
import { destroyRoundKeys } from './round-keys.ts';
import { sha256 } from '#lib/server/sha256.ts';

export interface Round extends RoundSettings {
	id: string;
	municipalityKey: string;
	profile: Profile;
	instrumentId: string;
	instrumentVersion: string;
	phase: Phase;
	/** M11: random text, never shown */
	seed: string;
	createdOn: string;
	collectingSince: string | undefined;
	/** day on which collecting ended */
	collectedOn: string | undefined;
	closedOn: string | undefined;
	remindersSent: number;
	/** day of the last order to write to everyone */
	mailedOn: string | undefined;
	/** days on which staff council and data protection agreed */
	staffCouncilOn: string | undefined;
	dataProtectionOn: string | undefined;
	/** whether a link shows it to them */
	shown: boolean;
	demonstration: boolean;
	/** M15, once closed */
	frozen: unknown;
}

/** Which criteria a role answers, and whether responses keep its name (D14). */
export interface RoundRole {
	role: string;
	criteria: string[];
	ownName: boolean;
}

/** A step that the round's phase does not allow; `unknown`: there is no such round. */
export interface PhaseRefusal {
	refused: 'phase' | 'unknown';
}

const columns = { assessment, round };
type Row = { assessment: typeof assessment.$inferSelect; round: typeof round.$inferSelect };

function asRound({ assessment: one, round: more }: Row): Round {
	return {
		...{ id: one.id, profile: one.profile, seed: one.seed, createdOn: one.createdOn, variant: one.variant },
		...{ instrumentId: one.instrumentId, instrumentVersion: one.instrumentVersion },
		...{ demonstration: one.demonstration, frozen: one.frozen },
		municipalityKey: one.municipalityKey ?? '',
		mode: one.mode as RoundMode,
		scope: one.scope ?? undefined,
		closedOn: one.closedOn ?? undefined,
		...{ title: more.title, phase: more.phase, leaders: more.leaders },
		...{ resultForRespondents: more.resultForRespondents, remindersMost: more.remindersMost },
		remindersSent: more.remindersSent,
		collectUntil: more.collectUntil ?? undefined,
		collectingSince: more.collectingSince ?? undefined,
		collectedOn: more.collectedOn ?? undefined,
		staffCouncilOn: more.staffCouncilOn ?? undefined,
		dataProtectionOn: more.dataProtectionOn ?? undefined,
		mailedOn: more.mailedOn ?? undefined,
		shown: more.previewHash !== null
	};
}

const rounds = (reader: Reader) =>
	reader.select(columns).from(assessment).innerJoin(round, eq(round.assessmentId, assessment.id)).$dynamic();

/** A round of this municipality. */
export function findRound(db: Db, municipalityKey: string, id: string): Round | undefined {
	const row = rounds(db.read)
		.where(and(eq(assessment.id, id), eq(assessment.municipalityKey, municipalityKey)))
		.get();
	return row && asRound(row);
}

/** All rounds of this municipality, newest first. */
export function findRounds(db: Db, municipalityKey: string): Round[] {
	return rounds(db.read)
		.where(and(eq(assessment.municipalityKey, municipalityKey), ne(assessment.mode, 'solo')))
		.orderBy(desc(assessment.createdOn), assessment.id)
		.all()
		.map(asRound);
}

/** The round of this municipality that was closed last. */
export function findLastClosed(db: Db, municipalityKey: string): Round | undefined {
	return findRounds(db, municipalityKey)
		.filter(({ phase }) => phase === 'closed')
		.sort((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? ''))[0];
}

/** The round of a job that has found its id by other means than a municipality's page. */
export function readRound(reader: Reader, id: string): Round | undefined {
	const row = finding(reader).byId.get({ id });
	return row && asRound(row);
}

/** The round to which the random part of a personal link leads (D14), in whatever phase it is. */
export function findRoundByLink(db: Db, linkPart: string): Round | undefined {
	const row = finding(db.read).byLink.get({ linkHash: sha256(linkPart) });
	return row && asRound(row);
}

/** Which role answers what, in the order of their ids. */
export function findRoles(db: Db, id: string): RoundRole[] {
	return readRoles(db.read, id);
}

/** The same on a connection of one's own. */
export function readRoles(reader: Reader, id: string): RoundRole[] {
	return finding(reader).roles.all({ id });
}

/** What every save of an answer looks up. */
const finding = prepared((connection) => ({
	byId: rounds(connection)
		.where(eq(assessment.id, sql.placeholder('id')))
		.prepare(),
	byLink: rounds(connection)
		.where(eq(round.linkHash, sql.placeholder('linkHash')))
		.prepare(),
	roles: connection
		.select({ role: roundRole.role, criteria: roundRole.criteria, ownName: roundRole.ownName })
		.from(roundRole)
		.where(eq(roundRole.assessmentId, sql.placeholder('id')))
		.orderBy(roundRole.role)
		.prepare()
}));

/** Whether the last day of collecting has passed; until collecting is ended, it can be moved. */
export function isOver({ collectUntil }: Round, today: string): boolean {
	return collectUntil !== undefined && today > collectUntil;
}

/** Whether the days in which collecting could still be made longer have passed, too. */
export function isOverdue({ collectUntil, collectingSince }: Round, today: string): boolean {
	return today > lastDayToExtend(collectUntil ?? today, collectingSince ?? today);
}

/** Why a step cannot be taken, or nothing where the round is in the phase for it. */
export function refusalUnless(found: Round | undefined, ...phases: Phase[]): PhaseRefusal | undefined {
	if (!found) return { refused: 'unknown' };
	return phases.includes(found.phase) ? undefined : { refused: 'phase' };
}

/** The round that a link for staff council and data protection shows. */
export function findShownRound(db: Db, token: string): Round | undefined {
	const row = rounds(db.read)
		.where(eq(round.previewHash, sha256(token)))
		.get();
	return row && asRound(row);
}

/** Deletes a round with everything that was answered, and its keys; a backup does not bring it back (D16). */
export async function deleteRound(
	db: Db,
	keyFolder: string,
	id: string,
	{ userId, today }: { userId?: string; today: string }
): Promise<void> {
	await db.write((writer) => {
		const found = readRound(writer, id);
		if (!found) return;
		writer.delete(assessment).where(eq(assessment.id, id)).run();
		const { municipalityKey } = found;
		note(writer, { municipalityKey, userId, event: 'round_deleted', subject: id }, today);
	});
	db.deletions.add('round', [id], today);
	destroyRoundKeys(keyFolder, id);
	sweepEvidence(db);
}
