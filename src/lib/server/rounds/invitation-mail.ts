/**
 * Letters to everyone invited (D14). Nothing waits but ids and days: a letter and its link are made when it is sent, and
 * the invitation then keeps the day. Who has answered plays no part in it.
 */
import { and, asc, eq, gt, isNotNull, isNull, lt, or } from 'drizzle-orm';
import type { Db } from '#lib/server/db/open.ts';
import { invitation, round } from '#lib/server/db/schema-rounds.ts';
import { linkOf } from './invitations.ts';
import { isUndeliverable, type Letter, type Mail } from '#lib/server/mail.ts';
import { openRoundKeys } from './round-keys.ts';
import { isOver, readRoles, readRound, type Round } from './rounds.ts';

/** What a letter tells. */
export interface InvitationFacts {
	round: Round;
	/** what the role answers */
	criteria: string[];
	/** the part of the personal link behind `/answer/` */
	link: string;
	/** whether this person has been written to before */
	reminder: boolean;
}

export type WriteInvitation = (facts: InvitationFacts) => Omit<Letter, 'to'>;

export interface InvitationMail {
	db: Db;
	keyFolder: string;
	mail: Mail;
	write: WriteInvitation;
}

/**
 * Sends what waits in a round, one letter after the other; looks anew before each, so that nobody who was taken off the
 * list meanwhile is written to. @throws what the mail server says; what it has not taken waits on
 */
export async function sendDue(post: InvitationMail, roundId: string, today: string): Promise<void> {
	let due = nextDue(post, roundId, today, '');
	while (due) {
		const { invitationId, letter } = due;
		const outcome = await deliver(post.mail, letter, today);
		await post.db.write((writer) =>
			writer.update(invitation).set(outcome).where(eq(invitation.id, invitationId)).run()
		);
		due = nextDue(post, roundId, today, invitationId);
	}
}

/** Sends a letter; what becomes of its invitation. */
async function deliver(mail: Mail, letter: Letter, today: string) {
	try {
		await mail.send(letter);
		return { sentOn: today };
	} catch (error) {
		if (!isUndeliverable(error)) throw error;
		return { undeliverable: true };
	}
}

/** The next letter in the order of the random ids. */
function nextDue({ db, keyFolder, write }: InvitationMail, roundId: string, today: string, after: string) {
	const found = readRound(db.read, roundId);
	const keys = openRoundKeys(keyFolder, roundId);
	if (found?.phase !== 'collecting' || !keys || isOver(found, today)) return undefined;
	const waits = or(isNull(invitation.sentOn), lt(invitation.sentOn, found.mailedOn ?? ''));
	const reachable = and(isNotNull(invitation.email), eq(invitation.undeliverable, false));
	const row = db.read
		.select()
		.from(invitation)
		.where(and(eq(invitation.assessmentId, roundId), reachable, waits, gt(invitation.id, after)))
		.orderBy(asc(invitation.id))
		.limit(1)
		.get();
	if (!row?.email) return undefined;
	const criteria = readRoles(db.read, roundId).find(({ role }) => role === row.role)?.criteria ?? [];
	const facts = { round: found, criteria, link: linkOf(keys, row.id), reminder: row.sentOn !== null };
	return { invitationId: row.id, letter: { to: row.email, ...write(facts) } };
}

/** Sends what waits in all rounds that collect. */
export async function sendAllDue(post: InvitationMail, today: string): Promise<void> {
	const { assessmentId, phase } = round;
	const collecting = post.db.read.select({ assessmentId }).from(round).where(eq(phase, 'collecting')).all();
	for (const one of collecting) await sendDue(post, one.assessmentId, today);
}

let opened: InvitationMail | undefined;
let sending: Promise<void> = Promise.resolve();

/** Opens the letters of this process; called once, when the server starts. */
export function initInvitationMail(post: InvitationMail): void {
	opened = post;
}

/**
 * Begins to send what waits, in one round or in all, and lets nobody wait for it. One letter leaves at a time; what the
 * server refuses stands in the log, without the address, and is tried again with the next call.
 */
export function sendSoon(today: string, roundId?: string): void {
	const post = opened;
	if (!post) throw new Error('The letters are not open yet');
	sending = sending
		.then(() => (roundId === undefined ? sendAllDue(post, today) : sendDue(post, roundId, today)))
		.catch((error: unknown) => {
			const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
			console.error(`Einladungen warten auf den nächsten Versuch · invitations wait for the next try: ${code}`);
		});
}
