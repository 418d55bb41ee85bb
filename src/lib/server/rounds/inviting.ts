/** Whom an organiser invites, and whom no longer. What is done stands in the municipality's log, never whom it concerns. */
import { eq } from 'drizzle-orm';
import type { AuditEvent } from '#lib/domain/audit-event.ts';
import type { Invitee } from '#lib/domain/round/invitation-list.ts';
import { INVITED_MAXIMUM } from '#lib/domain/round/limits.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { randomToken } from '#lib/server/checks/checks.ts';
import { keepOwnName } from './collecting.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { invitation, response, responseAnswer } from '#lib/server/db/schema-rounds.ts';
import { readInvitation, readInvitations, type Invitation } from './invitations.ts';
import { openRoundKeys, responseKeyOf, tokenOf, type RoundKeys } from './round-keys.ts';
import { readRoles, readRound, refusalUnless, type PhaseRefusal } from './rounds.ts';

/** Who does it, and on which day. */
export interface Deed {
	userId: string | undefined;
	today: string;
}

/** An invitation of a round. */
export interface Place {
	roundId: string;
	invitationId: string;
}

/** How many were added, and which addresses stood on the list already. */
export interface Added {
	added: number;
	known: string[];
}

export type InviteRefused = PhaseRefusal | { refused: 'tooMany' };

/** Adds people to the list; while collecting they are written to with the next mails. Addresses known already stay. */
export function addInvitations(
	db: Db,
	roundId: string,
	invitees: readonly Invitee[],
	deed: Deed
): Promise<Added | InviteRefused> {
	return db.write((writer) => {
		const present = new Set(readInvitations(writer, roundId).map((one) => one.email?.toLowerCase()));
		const isKnown = (one: Invitee) => present.has(one.email.toLowerCase());
		const fresh = invitees.filter((one) => !isKnown(one));
		const refusal = add(writer, roundId, fresh);
		if (refusal) return refusal;
		if (fresh.length > 0) noteOf(writer, roundId, 'people_invited', deed);
		return { added: fresh.length, known: invitees.filter(isKnown).map((one) => one.email) };
	});
}

function noteOf(writer: Writer, roundId: string, event: AuditEvent, { userId, today }: Deed): void {
	const municipalityKey = readRound(writer, roundId)?.municipalityKey;
	if (municipalityKey) note(writer, { municipalityKey, userId, event, subject: roundId }, today);
}

/** Adds so many printed codes for a role; in an open workshop one link that many use, unless there is one. */
export function addCodes(
	db: Db,
	roundId: string,
	{ role, count }: { role: string; count: number },
	deed: Deed
): Promise<Added | InviteRefused> {
	return db.write((writer) => {
		const isOpen = readRound(writer, roundId)?.mode === 'open';
		const present = readInvitations(writer, roundId).some((one) => one.email === null && one.role === role);
		const added = isOpen ? (present ? 0 : 1) : count;
		const refusal = add(
			writer,
			roundId,
			Array.from({ length: added }, () => ({ email: null, role }))
		);
		if (refusal) return refusal;
		if (added > 0) noteOf(writer, roundId, 'people_invited', deed);
		return { added, known: [] };
	});
}

function add(writer: Writer, roundId: string, fresh: { email: string | null; role: string }[]) {
	const refusal = refusalUnless(readRound(writer, roundId), 'draft', 'collecting');
	if (refusal) return refusal;
	if (readInvitations(writer, roundId).length + fresh.length > INVITED_MAXIMUM) return { refused: 'tooMany' } as const;
	for (const one of fresh)
		writer
			.insert(invitation)
			.values({ ...one, id: randomToken(), assessmentId: roundId })
			.run();
	// In a draft the list still grows line by line: names are settled when collecting starts.
	if (readRound(writer, roundId)?.phase === 'collecting')
		for (const { role: of } of readRoles(writer, roundId))
			keepOwnName(writer, roundId, of, fresh.filter((one) => one.role === of).length);
	return undefined;
}

/**
 * Takes somebody off the list: the link is dead at once and what was answered by it is gone. That it was answered is
 * counted on until collecting ends, or whoever watches the count would learn that this person had answered.
 */
export async function removeInvitation(
	db: Db,
	keyFolder: string,
	place: Place,
	deed: Deed
): Promise<PhaseRefusal | undefined> {
	const keys = openRoundKeys(keyFolder, place.roundId);
	const refusal = await db.write((writer) => {
		const refused = remove(writer, keys, place);
		if (!refused) noteOf(writer, place.roundId, 'invitation_removed', deed);
		return refused;
	});
	if (!refusal) db.deletions.add('invitation', [place.invitationId], deed.today);
	return refusal;
}

function remove(writer: Writer, keys: RoundKeys | undefined, { roundId, invitationId }: Place) {
	const refusal = refusalUnless(readRound(writer, roundId), 'draft', 'collecting');
	if (refusal) return refusal;
	if (!readInvitation(writer, roundId, invitationId)) return { refused: 'unknown' } as const;
	writer.delete(invitation).where(eq(invitation.id, invitationId)).run();
	if (keys) withdrawIn(writer, responseKeyOf(keys, tokenOf(keys, invitationId)));
	return undefined;
}

/** Deletes the answers of a response and lets nobody open it again; it is counted on until collecting ends. */
export function withdrawIn(writer: Writer, key: string): void {
	writer.delete(responseAnswer).where(eq(responseAnswer.responseKey, key)).run();
	writer.update(response).set({ codeHash: null }).where(eq(response.key, key)).run();
}

/** Puts another address in place of a wrong one: a new invitation, by which the old link and its response go (D14). */
export async function correctAddress(
	db: Db,
	keyFolder: string,
	place: Place,
	address: string,
	deed: Deed
): Promise<InviteRefused | { refused: 'known' } | undefined> {
	const { roundId, invitationId } = place;
	const keys = openRoundKeys(keyFolder, roundId);
	const refusal = await db.write((writer) => {
		const found = readInvitation(writer, roundId, invitationId);
		if (!found) return { refused: 'unknown' } as const;
		const taken = readInvitations(writer, roundId).some((one) => one.email?.toLowerCase() === address.toLowerCase());
		if (taken) return { refused: 'known' } as const;
		const refused = remove(writer, keys, place) ?? add(writer, roundId, [{ email: address, role: found.role }]);
		if (!refused) noteOf(writer, roundId, 'invitation_corrected', deed);
		return refused;
	});
	if (!refusal) db.deletions.add('invitation', [invitationId], deed.today);
	return refusal;
}

/** The list for whoever takes it along; that somebody did stands in the log. */
export function exportInvitations(db: Db, roundId: string, deed: Deed): Promise<Invitation[]> {
	return db.write((writer) => {
		noteOf(writer, roundId, 'invitations_exported', deed);
		return readInvitations(writer, roundId);
	});
}
