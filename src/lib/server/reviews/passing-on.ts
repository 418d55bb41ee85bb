/** Within an organisation: a named stand-in, and the review passed on to a colleague. The municipality reads both. */
import { and, eq } from 'drizzle-orm';
import { mayPassOn } from '#lib/domain/review/grant.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { consultant, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import { readHeldGrant, type Asking, type HeldGrant } from './grants.ts';

/** The grant, for whoever may pass it on to this colleague; undefined otherwise. */
function passable(writer: Writer, asking: Asking, colleague: string | null): HeldGrant | undefined {
	const held = readHeldGrant(writer, asking);
	if (!held) return undefined;
	const { consultancyId } = held.grant;
	if (!mayPassOn(held.grant, { userId: asking.userId, consultancyId }, asking.today)) return undefined;
	if (colleague === null) return held;
	const member = and(eq(consultant.userId, colleague), eq(consultant.consultancyId, consultancyId));
	const isColleague = colleague !== asking.userId && writer.select().from(consultant).where(member).get();
	return isColleague ? held : undefined;
}

/** Names a stand-in who may do the same, or nobody any more; false for whoever may not. */
export function nameStandIn(db: Db, standInId: string | null, asking: Asking): Promise<boolean> {
	return db.write((writer) => {
		const held = passable(writer, asking, standInId);
		if (!held) return false;
		writer.update(reviewGrant).set({ standInId }).where(eq(reviewGrant.id, asking.grantId)).run();
		noteOf(writer, held, asking, 'review_stand_in');
		return true;
	});
}

/** Passes the review on for good; whoever held it before holds it no more. False for whoever may not. */
export function passOn(db: Db, to: string, asking: Asking): Promise<boolean> {
	return db.write((writer) => {
		const held = passable(writer, asking, to);
		if (!held) return false;
		const standInId = held.grant.standInId === to ? null : held.grant.standInId;
		writer.update(reviewGrant).set({ consultantId: to, standInId }).where(eq(reviewGrant.id, asking.grantId)).run();
		noteOf(writer, held, asking, 'review_passed_on');
		return true;
	});
}

function noteOf(
	writer: Writer,
	{ round }: HeldGrant,
	{ grantId, userId, today }: Asking,
	event: 'review_stand_in' | 'review_passed_on'
): void {
	note(writer, { municipalityKey: round.municipalityKey, userId, event, subject: grantId }, today);
}
