/**
 * Who is answering (D14): a browser holds a pass, and what the pass opens is looked up anew each time. Whoever only has
 * the link cannot open what was answered by it.
 */
import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { CODE_BYTES, codeFrom } from '#lib/domain/answering/resume-code.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { prepared } from '#lib/server/db/prepared.ts';
import { response } from '#lib/server/db/schema-rounds.ts';
import { readInvitation, type Invited } from './invitations.ts';
import {
	codeHashOf,
	draftKeyOf,
	linkPartOf,
	openRoundKeys,
	responseKeyOf,
	tokenOf,
	type RoundKeys
} from './round-keys.ts';
import { findRoundByLink, isOver, readRoles, type Round } from './rounds.ts';

/** What a browser keeps from the moment a link is redeemed. */
export interface Pass {
	/** the random part of the round's links, which leads on after collecting, too */
	linkPart: string;
	invitationId: string;
	/** of the personal link; proves that this browser has had it */
	token: string;
	/** the resume code, which alone opens what was answered under it */
	code: string;
}

/** A person answering. */
export interface Answering {
	round: Round;
	pass: Pass;
	role: string;
	/** the criteria of the role */
	criteria: string[];
	/** a link of an open workshop that many use */
	reusable: boolean;
	response: OwnResponse | undefined;
}

export interface OwnResponse {
	key: string;
	/** undefined until it has been submitted */
	submittedOn: string | undefined;
	/** D11: in an open workshop */
	name: string | undefined;
}

/** Nothing more is taken: collecting has ended, or its last day is over. */
export interface Over {
	over: Round;
}

/** Makes the pass for a redeemed link, which begins afresh. Nothing is stored. */
export function makePass({ linkPart, token, invitation }: Exclude<Invited, { over: Round }>): Pass {
	return { linkPart, token, invitationId: invitation.id, code: codeFrom(randomBytes(CODE_BYTES)) };
}

/** What a pass opens, as of today; undefined for a pass that was never valid or whose invitation is gone. */
export function findAnswering(db: Db, keyFolder: string, pass: Pass, today: string): Answering | Over | undefined {
	const found = findRoundByLink(db, pass.linkPart);
	return found && readAnswering(db.read, found, openRoundKeys(keyFolder, found.id), pass, today);
}

/** The same on a connection of one's own. */
export function readAnswering(
	reader: Reader,
	round: Round,
	keys: RoundKeys | undefined,
	pass: Pass,
	today: string
): Answering | Over | undefined {
	if (round.phase !== 'collecting' || !keys) return { over: round };
	const invitation = readInvitation(reader, round.id, pass.invitationId);
	const isHis = linkPartOf(keys) === pass.linkPart && tokenOf(keys, pass.invitationId) === pass.token;
	if (!invitation || !isHis) return undefined;
	if (isOver(round, today)) return { over: round };
	const { role } = invitation;
	const criteria = readRoles(reader, round.id).find((one) => one.role === role)?.criteria ?? [];
	const reusable = round.mode === 'open' && invitation.email === null;
	return { round, pass, role, criteria, reusable, response: readOwn(reader, keys, pass) };
}

/** The response that the pass's code opens: the submitted one, or what has been begun. */
function readOwn(reader: Reader, keys: RoundKeys, pass: Pass): OwnResponse | undefined {
	const codeHash = codeHashOf(keys, pass.code);
	for (const key of [responseKeyOf(keys, pass.token), draftKeyOf(keys, pass.token, pass.code)]) {
		const row = readResponse(reader, key);
		if (row?.codeHash === codeHash)
			return { key, submittedOn: row.submittedOn ?? undefined, name: row.name ?? undefined };
	}
	return undefined;
}

/** The pass with which somebody goes on in another browser: the link together with the code that was shown. */
export function resumePass(db: Db, keyFolder: string, invited: Invited, code: string): Pass | undefined {
	if ('over' in invited) return undefined;
	const keys = openRoundKeys(keyFolder, invited.round.id);
	const pass = { ...makePass(invited), code };
	return keys && readOwn(db.read, keys, pass) && pass;
}

/** What is stored of a response besides its answers. */
export function readResponse(reader: Reader, key: string) {
	return finding(reader).get({ key });
}

const finding = prepared((connection) =>
	connection
		.select({ codeHash: response.codeHash, submittedOn: response.submittedOn, name: response.name })
		.from(response)
		.where(eq(response.key, sql.placeholder('key')))
		.prepare()
);
