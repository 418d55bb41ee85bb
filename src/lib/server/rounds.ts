/** Rounds: one municipality answering once, prepared here and found by whoever may see it. Every search takes the municipality. */
import { and, desc, eq, ne } from 'drizzle-orm';
import type { Instrument } from '#lib/domain/instrument.ts';
import type { Profile } from '#lib/domain/municipality.ts';
import { suggestedRoles } from '#lib/domain/round-roles.ts';
import type { Phase, RoundMode, RoundSettings } from '#lib/domain/round.ts';
import { randomToken } from './checks.ts';
import type { Db, Reader, Writer } from './db/open.ts';
import { assessment } from './db/schema.ts';
import { round, roundRole } from './db/schema-rounds.ts';
import { destroyRoundKeys } from './round-keys.ts';
import { sha256 } from './sha256.ts';

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

export interface NewRound {
	settings: RoundSettings;
	municipalityKey: string;
	profile: Profile;
	instrument: Instrument;
}

/** Makes a draft in which each role answers what the instrument suggests; resolves with its id. */
export function createRound(db: Db, made: NewRound, today: string): Promise<string> {
	const { settings, municipalityKey, profile, instrument } = made;
	const id = randomToken();
	return db.write((writer) => {
		writer
			.insert(assessment)
			.values({
				...assessmentValues(settings),
				...{ id, municipalityKey, profile },
				state: 'open',
				instrumentId: instrument.id,
				instrumentVersion: instrument.version,
				seed: randomToken(),
				createdOn: today,
				savedOn: today
			})
			.run();
		writer
			.insert(round)
			.values({ assessmentId: id, phase: 'draft', ...roundValues(settings) })
			.run();
		putRoles(writer, id, suggestedRoles(instrument, settings.scope));
		return id;
	});
}

function assessmentValues({ mode, variant, scope }: RoundSettings) {
	return { mode, variant, scope: scope ?? null };
}

function roundValues(settings: RoundSettings) {
	const { title, collectUntil, leaders, resultForRespondents, remindersMost } = settings;
	return {
		...{ title, leaders, resultForRespondents, remindersMost },
		collectUntil: collectUntil ?? null,
		staffCouncilOn: settings.staffCouncilOn ?? null,
		dataProtectionOn: settings.dataProtectionOn ?? null
	};
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
		mailedOn: more.mailedOn ?? undefined
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

/** The round of a job that has found its id by other means than a municipality's page. */
export function readRound(reader: Reader, id: string): Round | undefined {
	const row = rounds(reader).where(eq(assessment.id, id)).get();
	return row && asRound(row);
}

/** The round to which the random part of a personal link leads (D14), in whatever phase it is. */
export function findRoundByLink(db: Db, linkPart: string): Round | undefined {
	const row = rounds(db.read)
		.where(eq(round.linkHash, sha256(linkPart)))
		.get();
	return row && asRound(row);
}

/** Which role answers what, in the order of their ids. */
export function findRoles(db: Db, id: string): RoundRole[] {
	return readRoles(db.read, id);
}

/** The same on a connection of one's own. */
export function readRoles(reader: Reader, id: string): RoundRole[] {
	const { role, criteria, ownName } = roundRole;
	return reader
		.select({ role, criteria, ownName })
		.from(roundRole)
		.where(eq(roundRole.assessmentId, id))
		.orderBy(role)
		.all();
}

/**
 * Changes the settings of a draft (D11). With another dimension each role answers again what the instrument suggests.
 * @param instrument the round's own
 */
export function saveSettings(
	db: Db,
	id: string,
	settings: RoundSettings,
	instrument: Instrument
): Promise<PhaseRefusal | undefined> {
	return db.write((writer) => {
		const before = readRound(writer, id);
		const refusal = refusalUnless(before, 'draft');
		if (refusal) return refusal;
		writer.update(assessment).set(assessmentValues(settings)).where(eq(assessment.id, id)).run();
		writer.update(round).set(roundValues(settings)).where(eq(round.assessmentId, id)).run();
		if (before?.scope !== settings.scope) putRoles(writer, id, suggestedRoles(instrument, settings.scope));
		return undefined;
	});
}

/** Says which role answers which criteria, in a draft; a role without criteria is not asked. */
export function saveRoles(db: Db, id: string, roles: Record<string, string[]>): Promise<PhaseRefusal | undefined> {
	return db.write((writer) => {
		const refusal = refusalUnless(readRound(writer, id), 'draft');
		if (!refusal) putRoles(writer, id, roles);
		return refusal;
	});
}

function putRoles(writer: Writer, id: string, roles: Record<string, string[]>): void {
	writer.delete(roundRole).where(eq(roundRole.assessmentId, id)).run();
	for (const [role, criteria] of Object.entries(roles))
		if (criteria.length > 0) writer.insert(roundRole).values({ assessmentId: id, role, criteria }).run();
}

/** Why a step cannot be taken, or nothing where the round is in the phase for it. */
export function refusalUnless(found: Round | undefined, ...phases: Phase[]): PhaseRefusal | undefined {
	if (!found) return { refused: 'unknown' };
	return phases.includes(found.phase) ? undefined : { refused: 'phase' };
}

/** Makes the link for staff council and data protection, ending an earlier one; the database keeps only its hash. */
export async function makePreview(db: Db, id: string): Promise<string> {
	const token = randomToken();
	await db.write((writer) =>
		writer
			.update(round)
			.set({ previewHash: sha256(token) })
			.where(eq(round.assessmentId, id))
			.run()
	);
	return token;
}

/** The round that a preview link shows. */
export function findPreview(db: Db, token: string): Round | undefined {
	const row = rounds(db.read)
		.where(eq(round.previewHash, sha256(token)))
		.get();
	return row && asRound(row);
}

/** Deletes a round with everything that was answered, and its keys. */
export async function deleteRound(db: Db, keyFolder: string, id: string): Promise<void> {
	await db.write((writer) =>
		writer
			.delete(assessment)
			.where(and(eq(assessment.id, id), ne(assessment.mode, 'solo')))
			.run()
	);
	destroyRoundKeys(keyFolder, id);
}

/** What of a round may serve the next one as a beginning. */
export function settingsToCopy(last: Round): RoundSettings {
	const { variant, scope, mode, leaders, resultForRespondents, remindersMost } = last;
	return { title: '', variant, scope, mode, leaders, resultForRespondents, remindersMost };
}
