/** Who may open a page or call an action. Asked in every `load`, action and handler: a layout guards none of its pages. */
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { ORGANISER_SECOND_FACTOR } from '$app/env/private';
import { may, needsSecondFactor, type What, type Who } from '#lib/domain/access.ts';
import { isFresh } from '#lib/domain/account/account.ts';
import type { Phase } from '#lib/domain/round/round.ts';
import type { User } from '#lib/server/accounts/accounts.ts';
import { findReaderRole } from '#lib/server/contacts/contacts.ts';
import { database } from '#lib/server/database.ts';
import { findMembership, type Membership } from '#lib/server/municipalities/members.ts';
import { findConsultant, type OwnConsultancy } from '#lib/server/reviews/consultancies.ts';
import { findHeldGrant, type HeldGrant } from '#lib/server/reviews/grants.ts';
import { findRound, type Round } from '#lib/server/rounds/rounds.ts';
import { today } from '#lib/server/today.ts';

type GuardedEvent = Pick<RequestEvent, 'locals' | 'url'> & {
	params: { key?: string | undefined; id?: string | undefined };
};

export interface Member {
	user: User;
	who: Extract<Who, 'organiser' | 'observer'>;
	municipality: Membership['municipality'];
}

/** The page to come back to, without the action that was called. */
const backTo = ({ pathname, search }: URL) =>
	`back=${encodeURIComponent(pathname + (search.startsWith('?/') ? '' : search))}`;

/** Whoever has signed in; else the way to do so, and back to this page. */
export function requireUser({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): User {
	if (!locals.user) redirect(303, `/account/sign-in?${backTo(url)}`);
	return locals.user;
}

/** Whether somebody has signed in just now, so that what protects the account may be changed. */
export function hasJustSignedIn({ session }: User): boolean {
	return isFresh(session.begunAt, new Date());
}

/** Whoever has signed in just now; else the way to do so once more. */
export function requireFreshUser(event: Pick<RequestEvent, 'locals' | 'url'>): User {
	const user = requireUser(event);
	if (!hasJustSignedIn(user)) redirect(303, `/account/sign-in?again&${backTo(event.url)}`);
	return user;
}

/** Leads whoever needs a second factor, and has shown none, to setting it up. */
function requireSecondFactor({ secondFactor }: User, who: Who, url: URL): void {
	if (secondFactor || !needsSecondFactor(who, ORGANISER_SECOND_FACTOR === 'optional')) return;
	redirect(303, `/account/second-factor/set-up?${backTo(url)}`);
}

/** An operator; 404 for every other account. */
export function requireOperator(event: GuardedEvent): User {
	const user = requireUser(event);
	requireRight(user.operator ? 'operator' : 'account', 'operate');
	requireSecondFactor(user, 'operator', event.url);
	return user;
}

/**
 * The member of the municipality in the address (`[key]`) who may do `what`; 404 for strangers, whether the
 * municipality takes part or not. What depends on a round's phase is asked by `requireRight` once the round is known.
 */
export async function requireMember(event: GuardedEvent, what: What): Promise<Member> {
	const user = requireUser(event);
	const found = await findMembership(database(), user.id, event.params.key ?? '');
	requireRight(found?.role ?? 'account', what);
	if (!found) error(404);
	requireSecondFactor(user, found.role, event.url);
	return { user, who: found.role, municipality: found.municipality };
}

/** Whoever may read the contacts that municipalities offer (D10): a member of a verified one; 404 for everybody else. */
export function requireContactReader(event: Pick<RequestEvent, 'locals' | 'url'>): User {
	const user = requireUser(event);
	const who = findReaderRole(database(), user.id) ?? 'account';
	requireRight(who, 'readContacts');
	requireSecondFactor(user, who, event.url);
	return user;
}

/** 404 unless `who` may do `what` in this phase. */
export function requireRight(who: Who, what: What, phase?: Phase): void {
	if (!may(who, what, phase)) error(404);
}

/**
 * The round in the address (`[id]`) of the municipality in it (`[key]`), for whoever may do `what` while the round is
 * in its phase; 404 for everybody else, and for rounds of others.
 */
export async function requireRound(event: GuardedEvent, what: What): Promise<Member & { round: Round }> {
	const member = await requireMember(event, 'readMunicipality');
	const round = findRound(database(), member.municipality.key, event.params.id ?? '');
	if (!round) error(404);
	requireRight(member.who, what, round.phase);
	return { ...member, round };
}

/** A consultant; 404 for every other account. */
export function requireConsultant(event: Pick<RequestEvent, 'locals' | 'url'>): { user: User; own: OwnConsultancy } {
	const user = requireUser(event);
	const own = findConsultant(database(), user.id);
	requireRight(own ? 'consultant' : 'account', 'useDesk');
	if (!own) error(404);
	requireSecondFactor(user, 'consultant', event.url);
	return { user, own };
}

/**
 * D15: the grant in the address (`[grant]`) for whoever may use it today; 404 for everybody else. What is read under it
 * is asked for once more in the job that reads (`openReview`).
 */
export function requireGrant(
	event: Pick<RequestEvent, 'locals' | 'url'> & { params: { grant?: string | undefined } },
	what: What = 'review'
): HeldGrant & { user: User } {
	const user = requireUser(event);
	const held = findHeldGrant(database(), { grantId: event.params.grant ?? '', userId: user.id, today: today() });
	const who = !held ? 'account' : held.grant.consultantId === user.id ? 'reviewer' : 'standIn';
	requireRight(who, what, held?.round.phase);
	if (!held) error(404);
	requireSecondFactor(user, who, event.url);
	return { ...held, user };
}
