/**
 * Who is invited to a round (D14). An invitation is never marked by what became of it; its link and its code are stored
 * nowhere and are found by recomputing them.
 */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { CODE_BYTES, codeFrom } from '#lib/domain/answering/resume-code.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { invitation, round } from '#lib/server/db/schema-rounds.ts';
import { linkPartOf, openRoundKeys, printedBytesOf, tokenOf, type RoundKeys } from './round-keys.ts';
import { findRoundByLink, isOver, readRound, type Round } from './rounds.ts';

export interface Invitation {
	id: string;
	role: string;
	/** null for a printed code; in an open workshop, for the link of a role that many use */
	email: string | null;
	/** day of the last mail; null while none has been sent */
	sentOn: string | null;
	/** the mail server has refused the address for good */
	undeliverable: boolean;
}

const { id, role, email, sentOn, undeliverable } = invitation;
const columns = { id, role, email, sentOn, undeliverable };

/** All invitations of a round by role and address, printed codes first. */
export function findInvitations(db: Db, roundId: string): Invitation[] {
	return readInvitations(db.read, roundId);
}

/** The same on a connection of one's own. */
export function readInvitations(reader: Reader, roundId: string): Invitation[] {
	return reader
		.select(columns)
		.from(invitation)
		.where(eq(invitation.assessmentId, roundId))
		.orderBy(role, email, id)
		.all();
}

/** One invitation of a round. */
export function findInvitation(db: Db, roundId: string, invitationId: string): Invitation | undefined {
	return readInvitation(db.read, roundId, invitationId);
}

/** The same on a connection of one's own. */
export function readInvitation(reader: Reader, roundId: string, invitationId: string): Invitation | undefined {
	return finding(reader).get({ invitationId, roundId });
}

const finding = prepared((connection) =>
	connection
		.select(columns)
		.from(invitation)
		.where(and(eq(id, sql.placeholder('invitationId')), eq(invitation.assessmentId, sql.placeholder('roundId'))))
		.prepare()
);

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
