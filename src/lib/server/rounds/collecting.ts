/** The phase in which people answer: how it begins, is made longer and ends (D11, D14, D16). */
import { randomBytes } from 'node:crypto';
import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { lastDayOfCollecting, obstaclesToCollecting, type Obstacle } from '#lib/domain/round/round.ts';
import { storedRole } from '#lib/domain/round/roles.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { invitation, response, round, roundRole } from '#lib/server/db/schema-rounds.ts';
import {
	destroyRoundKeys,
	linkPartOf,
	makeRoundKeys,
	openRoundKeys,
	responseKeyOf,
	roundsWithKeys,
	tokenOf,
	type RoundKeys
} from './round-keys.ts';
import { isOverdue, readRoles, readRound, refusalUnless, type PhaseRefusal } from './rounds.ts';
import { sha256 } from '#lib/server/sha256.ts';

export type StartRefused = PhaseRefusal | { refused: 'obstacles'; obstacles: Obstacle[] };

/**
 * Begins collecting: from now on links can be redeemed and settings stand (D11). The keys are synced before the round
 * depends on them. Resolves with a refusal, or nothing.
 */
export async function startCollecting(
	db: Db,
	keyFolder: string,
	id: string,
	today: string,
	userId?: string
): Promise<StartRefused | undefined> {
	const linkHash = sha256(linkPartOf(makeRoundKeys(keyFolder, id)));
	const refusal = await db.write((writer) => start(writer, id, linkHash, { userId, today }));
	if (refusal && readRound(db.read, id)?.phase !== 'collecting') destroyRoundKeys(keyFolder, id);
	return refusal;
}

interface By {
	/** undefined where nobody did it */
	userId: string | undefined;
	today: string;
}

function start(writer: Writer, id: string, linkHash: string, { userId, today }: By): StartRefused | undefined {
	const found = readRound(writer, id);
	const refusal = refusalUnless(found, 'draft');
	if (refusal || !found) return refusal;
	const invited = invitedRoles(writer, id);
	const withCriteria = readRoles(writer, id).map(({ role }) => role);
	const obstacles = obstaclesToCollecting(found, { withCriteria, invited }, today);
	if (obstacles.length > 0) return { refused: 'obstacles', obstacles };
	writer
		.update(round)
		.set({ phase: 'collecting', collectingSince: today, mailedOn: today, linkHash })
		.where(eq(round.assessmentId, id))
		.run();
	const { municipalityKey } = found;
	note(writer, { municipalityKey, userId, event: 'collecting_started', subject: id }, today);
	for (const role of withCriteria) keepOwnName(writer, id, role, invited.filter((one) => one === role).length);
	return undefined;
}

/** The role of everybody on the list. */
function invitedRoles(writer: Writer, id: string): string[] {
	const rows = writer.select({ role: invitation.role }).from(invitation).where(eq(invitation.assessmentId, id)).all();
	return rows.map(({ role }) => role);
}

/**
 * D14: a role's own name is kept from when at least five were invited at once: had it been merged for four, and kept
 * for the fifth who came later, the name alone would tell who that was.
 */
export function keepOwnName(writer: Writer, id: string, role: string, invitedAtOnce: number): void {
	if (storedRole(role, invitedAtOnce) !== role) return;
	writer
		.update(roundRole)
		.set({ ownName: true })
		.where(and(eq(roundRole.assessmentId, id), eq(roundRole.role, role)))
		.run();
}

export type ExtendRefused = PhaseRefusal | { refused: 'tooEarly' | 'tooLate' };

/** Moves the last day of collecting, never before today or later than D16 allows. */
export function extendCollecting(
	db: Db,
	id: string,
	until: string,
	today: string,
	userId?: string
): Promise<ExtendRefused | undefined> {
	return db.write((writer) => {
		const found = readRound(writer, id);
		const refusal = refusalUnless(found, 'collecting');
		if (refusal || !found) return refusal;
		if (until < today) return { refused: 'tooEarly' };
		if (until > lastDayOfCollecting(found.collectingSince ?? today)) return { refused: 'tooLate' };
		writer.update(round).set({ collectUntil: until }).where(eq(round.assessmentId, id)).run();
		const { municipalityKey } = found;
		note(writer, { municipalityKey, userId, event: 'collecting_extended', subject: id }, today);
		return undefined;
	});
}

export interface Ending {
	/** undefined where nobody did it */
	userId?: string;
	/** not while collecting can still be made longer */
	whenOverdue?: boolean;
}

/**
 * Ends collecting for good: what was not submitted goes, and once that is committed both keys are destroyed and the
 * responses get random keys, so that not even an old copy of the keys leads to them (D14).
 */
export async function endCollecting(
	db: Db,
	keyFolder: string,
	id: string,
	today: string,
	by: Ending = {}
): Promise<PhaseRefusal | undefined> {
	const keys = openRoundKeys(keyFolder, id);
	const refusal = await db.write((writer) => end(writer, id, today, { ...by, keys }));
	if (refusal) return refusal;
	destroyRoundKeys(keyFolder, id);
	await renameResponses(db, id);
	return undefined;
}

function end(
	writer: Writer,
	id: string,
	today: string,
	{ userId, whenOverdue, keys }: Ending & { keys: RoundKeys | undefined }
): PhaseRefusal | undefined {
	const found = readRound(writer, id);
	const refusal = refusalUnless(found, 'collecting');
	if (refusal || !found) return refusal;
	if (whenOverdue && !isOverdue(found, today)) return { refused: 'phase' };
	writer.update(round).set({ phase: 'consensus', collectedOn: today }).where(eq(round.assessmentId, id)).run();
	const ofRound = eq(response.assessmentId, id);
	// Without a code it was withdrawn, or its invitation was: counted until now, and no more.
	writer
		.delete(response)
		.where(and(ofRound, or(isNull(response.submittedOn), isNull(response.codeHash))))
		.run();
	if (keys && found.mode === 'confidential') deleteUninvited(writer, id, keys);
	writer.update(response).set({ codeHash: null }).where(ofRound).run();
	const { municipalityKey } = found;
	note(writer, { municipalityKey, userId, event: 'collecting_ended', subject: id }, today);
	return undefined;
}

/**
 * What a backup has brought back of people who were taken off the list after it was made: their invitations are deleted
 * again at once, but only the keys tell which responses were theirs (F13).
 */
function deleteUninvited(writer: Writer, id: string, keys: RoundKeys): void {
	const invited = writer.select({ id: invitation.id }).from(invitation).where(eq(invitation.assessmentId, id)).all();
	const own = new Set(invited.map((one) => responseKeyOf(keys, tokenOf(keys, one.id))));
	const stored = writer.select({ key: response.key }).from(response).where(eq(response.assessmentId, id)).all();
	for (const { key } of stored) if (!own.has(key)) writer.delete(response).where(eq(response.key, key)).run();
}

/** Random keys are shorter than those made by HMAC, by which one that is still to be replaced is known. */
const RANDOM_BYTES = 16;
const RANDOM_LENGTH = Math.ceil((RANDOM_BYTES * 4) / 3);
/** Responses that get another key in one job, so that nobody's save waits long. */
const BATCH = 20;

async function renameResponses(db: Db, id: string): Promise<void> {
	while ((await db.write((writer) => renameSome(writer, id))) === BATCH);
}

function renameSome(writer: Writer, id: string): number {
	const derived = and(eq(response.assessmentId, id), sql`length(${response.key}) > ${RANDOM_LENGTH}`);
	const found = writer.select({ key: response.key }).from(response).where(derived).limit(BATCH).all();
	for (const { key } of found)
		writer
			.update(response)
			.set({ key: randomBytes(RANDOM_BYTES).toString('base64url') })
			.where(eq(response.key, key))
			.run();
	return found.length;
}

/**
 * Puts rounds and their keys in order when the service starts: a round that came back from a backup without its keys
 * goes on in consensus, and keys that are left over are destroyed (D14). Resolves with the rounds that were ended.
 */
export async function settleRounds(db: Db, keyFolder: string, today: string): Promise<string[]> {
	const phases = db.read.select({ id: round.assessmentId, phase: round.phase }).from(round).all();
	const collecting = phases.filter(({ phase }) => phase === 'collecting').map(({ id }) => id);
	for (const id of roundsWithKeys(keyFolder)) if (!collecting.includes(id)) destroyRoundKeys(keyFolder, id);
	const keyless = collecting.filter((id) => !openRoundKeys(keyFolder, id));
	for (const id of keyless) await endCollecting(db, keyFolder, id, today);
	const ended = phases.filter(({ phase }) => phase === 'consensus' || phase === 'closed');
	for (const { id } of ended) await renameResponses(db, id);
	return keyless;
}
