/** A round before its first invitation: what is set up, and may still be changed (D11). */
import { eq } from 'drizzle-orm';
import { criteriaOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Profile } from '#lib/domain/municipality/municipality.ts';
import { suggestedRoles } from '#lib/domain/round/roles.ts';
import type { RoundSettings } from '#lib/domain/round/round.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { round, roundRole } from '#lib/server/db/schema-rounds.ts';
import { findRoles, readRound, refusalUnless, type PhaseRefusal, type Round } from './rounds.ts';

export interface NewRound {
	settings: RoundSettings;
	municipalityKey: string;
	profile: Profile;
	instrument: Instrument;
	/** criteria by role; what the instrument suggests, where left out */
	roles?: Record<string, string[]> | undefined;
	/** id of the account that makes it */
	by?: string | undefined;
}

/** Makes a draft; resolves with its id. */
export function createRound(db: Db, made: NewRound, today: string): Promise<string> {
	const { settings, municipalityKey, profile, instrument, by } = made;
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
		putRoles(writer, id, made.roles ?? suggestedRoles(instrument, settings.scope));
		note(writer, { municipalityKey, userId: by, event: 'round_made', subject: id }, today);
		return id;
	});
}

function assessmentValues({ mode, variant, scope }: RoundSettings) {
	return { mode, variant, scope: scope ?? null };
}

function roundValues(settings: RoundSettings) {
	const { title, collectUntil, leaders, resultForRespondents, remindersMost } = settings;
	return { title, leaders, resultForRespondents, remindersMost, collectUntil: collectUntil ?? null };
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

/** Keeps what is said about the municipality itself, voluntarily, until the round is closed (M15). */
export function saveAsked(db: Db, id: string, asked: Profile['asked']): Promise<PhaseRefusal | undefined> {
	return db.write((writer) => {
		const found = readRound(writer, id);
		const refusal = refusalUnless(found, 'draft', 'collecting', 'consensus');
		if (refusal || !found) return refusal;
		const profile = { ...found.profile, asked };
		writer.update(assessment).set({ profile }).where(eq(assessment.id, id)).run();
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

/** What of a round may serve the next one as a beginning. */
export function settingsToCopy(last: Round): RoundSettings {
	const { variant, scope, mode, leaders, resultForRespondents, remindersMost } = last;
	return { title: '', variant, scope, mode, leaders, resultForRespondents, remindersMost };
}

/**
 * Which role answers what in a round that serves the next one as a beginning, as far as its criteria still exist.
 * Undefined where the next one asks another dimension.
 */
export function rolesToCopy(
	db: Db,
	last: Round,
	{ scope }: RoundSettings,
	instrument: Instrument
): Record<string, string[]> | undefined {
	if (last.scope !== scope) return undefined;
	const known = new Set(criteriaOf(instrument, scope).map(({ id }) => id));
	const roles = findRoles(db, last.id).map(({ role, criteria }) => [role, criteria.filter((id) => known.has(id))]);
	return Object.fromEntries(roles) as Record<string, string[]>;
}
