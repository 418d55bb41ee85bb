/** Within an organisation: a named stand-in, and the review passed on to a colleague. The municipality reads both. */
import { and, eq } from 'drizzle-orm';
import { mayPassOn } from '#lib/domain/review/grant.ts';
import type { Db, Writer } from '#lib/server/db/open.ts';
import { handover, type Handover } from '#lib/server/db/replay-reviews.ts';
import { consultant, reviewGrant } from '#lib/server/db/schema-reviews.ts';
import { countNotes, note } from '#lib/server/municipalities/audit.ts';
import { readHeldGrant, type Asking, type GrantRow, type HeldGrant } from './grants.ts';

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

/** Names a stand-in who may do the same, or nobody any more, also after a restore; false for whoever may not. */
export function nameStandIn(db: Db, standInId: string | null, asking: Asking): Promise<boolean> {
	return handOver(db, 'review_stand_in', standInId, asking, () => ({ standInId }));
}

/** Passes the review on for good, also after a restore; whoever held it before holds it no more. False for whoever may not. */
export function passOn(db: Db, to: string, asking: Asking): Promise<boolean> {
	return handOver(db, 'review_passed_on', to, asking, ({ standInId }) => ({
		consultantId: to,
		standInId: standInId === to ? null : standInId
	}));
}

async function handOver(
	db: Db,
	what: Handover,
	to: string | null,
	asking: Asking,
	change: (grant: GrantRow) => Partial<Pick<GrantRow, 'consultantId' | 'standInId'>>
): Promise<boolean> {
	const { grantId, userId, today } = asking;
	const number = await db.write((writer) => {
		const held = passable(writer, asking, to);
		if (!held) return undefined;
		writer.update(reviewGrant).set(change(held.grant)).where(eq(reviewGrant.id, grantId)).run();
		const { municipalityKey } = held.round;
		note(writer, { municipalityKey, userId, event: what, subject: grantId }, today);
		return countNotes(writer, { municipalityKey, event: what, subject: grantId });
	});
	if (number === undefined) return false;
	const lines = [handover(grantId, what, number), ...(to === null ? [] : [handover(grantId, what, number, to)])];
	db.deletions.add('handover', lines, today);
	return true;
}
