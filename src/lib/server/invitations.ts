/**
 * Who is invited to a round (D14). An invitation is never marked by what became of it; its link and its code are stored
 * nowhere and are found by recomputing them.
 */
import { and, eq, isNull } from 'drizzle-orm';
import { CODE_BYTES, codeFrom } from '#lib/domain/resume-code.ts';
import { INVITED_MAXIMUM, type Invitee } from '#lib/domain/invitation-list.ts';
import { randomToken } from './checks.ts';
import { keepOwnName } from './collecting.ts';
import type { Db, Reader, Writer } from './db/open.ts';
import { invitation, response, responseAnswer, round } from './db/schema-rounds.ts';
import { linkPartOf, openRoundKeys, printedBytesOf, responseKeyOf, tokenOf, type RoundKeys } from './round-keys.ts';
import {
	findRoundByLink,
	isOver,
	readRoles,
	readRound,
	refusalUnless,
	type PhaseRefusal,
	type Round
} from './rounds.ts';

export interface Invitation {
	id: string;
	role: string;
	/** null for a printed code; in an open workshop, for the link of a role that many use */
	email: string | null;
	/** day of the last mail; null while none has been sent */
	sentOn: string | null;
}

const { id, role, email, sentOn } = invitation;
const columns = { id, role, email, sentOn };

/** All invitations of a round by role and address, printed codes first. */
export function findInvitations(db: Db, roundId: string): Invitation[] {
	return readInvitations(db.read, roundId);
}

function readInvitations(reader: Reader, roundId: string): Invitation[] {
	return reader
		.select(columns)
		.from(invitation)
		.where(eq(invitation.assessmentId, roundId))
		.orderBy(role, email, id)
		.all();
}

/** One invitation of a round. */
export function readInvitation(reader: Reader, roundId: string, invitationId: string): Invitation | undefined {
	return reader
		.select(columns)
		.from(invitation)
		.where(and(eq(id, invitationId), eq(invitation.assessmentId, roundId)))
		.get();
}

/** How many were added, and which addresses stood on the list already. */
export interface Added {
	added: number;
	known: string[];
}

export type InviteRefused = PhaseRefusal | { refused: 'tooMany' };

/** Adds people to the list; while collecting they are written to with the next mails. Addresses known already stay. */
export function addInvitations(db: Db, roundId: string, invitees: readonly Invitee[]): Promise<Added | InviteRefused> {
	return db.write((writer) => {
		const present = new Set(readInvitations(writer, roundId).map((one) => one.email?.toLowerCase()));
		const isKnown = (one: Invitee) => present.has(one.email.toLowerCase());
		const fresh = invitees.filter((one) => !isKnown(one));
		const refusal = add(writer, roundId, fresh);
		return refusal ?? { added: fresh.length, known: invitees.filter(isKnown).map((one) => one.email) };
	});
}

/** Adds so many printed codes for a role; in an open workshop one link that many use is enough. */
export function addCodes(db: Db, roundId: string, codeRole: string, count: number): Promise<Added | InviteRefused> {
	return db.write((writer) => {
		const codes = Array.from({ length: count }, () => ({ email: null, role: codeRole }));
		return add(writer, roundId, codes) ?? { added: count, known: [] };
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
export function removeInvitation(
	db: Db,
	keyFolder: string,
	roundId: string,
	invitationId: string
): Promise<PhaseRefusal | undefined> {
	const keys = openRoundKeys(keyFolder, roundId);
	return db.write((writer) => remove(writer, keys, roundId, invitationId));
}

function remove(writer: Writer, keys: RoundKeys | undefined, roundId: string, invitationId: string) {
	const refusal = refusalUnless(readRound(writer, roundId), 'draft', 'collecting');
	if (refusal || !readInvitation(writer, roundId, invitationId)) return refusal;
	writer.delete(invitation).where(eq(id, invitationId)).run();
	if (keys) withdrawIn(writer, responseKeyOf(keys, tokenOf(keys, invitationId)));
	return undefined;
}

/** Deletes the answers of a response and lets nobody open it again; it is counted on until collecting ends. */
export function withdrawIn(writer: Writer, key: string): void {
	writer.delete(responseAnswer).where(eq(responseAnswer.responseKey, key)).run();
	writer.update(response).set({ codeHash: null }).where(eq(response.key, key)).run();
}

/** Puts another address in place of a wrong one: a new invitation, by which the old link and its response go (D14). */
export function correctAddress(
	db: Db,
	keyFolder: string,
	roundId: string,
	invitationId: string,
	address: string
): Promise<InviteRefused | { refused: 'known' } | undefined> {
	const keys = openRoundKeys(keyFolder, roundId);
	return db.write((writer) => {
		const found = readInvitation(writer, roundId, invitationId);
		if (!found) return { refused: 'unknown' };
		const taken = readInvitations(writer, roundId).some((one) => one.email?.toLowerCase() === address.toLowerCase());
		if (taken) return { refused: 'known' };
		return remove(writer, keys, roundId, invitationId) ?? add(writer, roundId, [{ email: address, role: found.role }]);
	});
}

/** Where a link or a code leads: an invitation of a round that takes answers, or `over` for one that takes none any more. */
export type Invited = { round: Round; invitation: Invitation; linkPart: string; token: string } | { over: Round };

/** Whom a personal link belongs to. Nothing is stored, so that no trace is left of who has opened theirs. */
export function findInvited(
	db: Db,
	keyFolder: string,
	linkPart: string,
	token: string,
	today: string
): Invited | undefined {
	const found = findRoundByLink(db, linkPart);
	if (!found) return undefined;
	const keys = openRoundKeys(keyFolder, found.id);
	if (found.phase !== 'collecting' || !keys) return { over: found };
	const one = readInvitations(db.read, found.id).find((each) => tokenOf(keys, each.id) === token);
	if (!one) return undefined;
	return isOver(found, today) ? { over: found } : { round: found, invitation: one, linkPart, token };
}

/** Whom a printed code belongs to, among all rounds that collect. @param code as read by `readCode` */
export function findInvitedByCode(db: Db, keyFolder: string, code: string): Invited | undefined {
	const { assessmentId, phase } = round;
	for (const collecting of db.read.select({ assessmentId }).from(round).where(eq(phase, 'collecting')).all()) {
		const keys = openRoundKeys(keyFolder, collecting.assessmentId);
		const found = keys && readRound(db.read, collecting.assessmentId);
		if (!found) continue;
		const one = readPrinted(db.read, found.id).find((each) => printedCodeOf(keys, each.id) === code);
		if (one) return { round: found, invitation: one, linkPart: linkPartOf(keys), token: tokenOf(keys, one.id) };
	}
	return undefined;
}

function readPrinted(reader: Reader, roundId: string): Invitation[] {
	return reader
		.select(columns)
		.from(invitation)
		.where(and(eq(invitation.assessmentId, roundId), isNull(email)))
		.all();
}

function printedCodeOf(keys: RoundKeys, invitationId: string): string {
	return codeFrom(printedBytesOf(keys, invitationId, CODE_BYTES));
}

/** The part of a personal link behind `/answer/`. */
export function linkOf(keys: RoundKeys, invitationId: string): string {
	return `${linkPartOf(keys)}-${tokenOf(keys, invitationId)}`;
}

/** A sheet to be printed and cut up: each code with its link, by role. Undefined while the round does not collect. */
export function findPrintedCodes(
	db: Db,
	keyFolder: string,
	roundId: string
): { role: string; code: string; link: string }[] | undefined {
	const keys = openRoundKeys(keyFolder, roundId);
	if (!keys) return undefined;
	return findInvitations(db, roundId)
		.filter((one) => one.email === null)
		.map((one) => ({ role: one.role, code: printedCodeOf(keys, one.id), link: linkOf(keys, one.id) }));
}
