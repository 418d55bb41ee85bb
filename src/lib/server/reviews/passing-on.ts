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
	return handOver(db, standInId, asking, () => [{ what: 'review_stand_in', to: standInId }]);
}

/**
 * Passes the review on for good, also after a restore; whoever held it before holds it no more, and a stand-in who takes
 * over stands in no more. False for whoever may not.
 */
export function passOn(db: Db, to: string, asking: Asking): Promise<boolean> {
	return handOver(db, to, asking, ({ standInId }) => [
		// A handover of its own: a restore would otherwise let whoever passes it on later stand in again.
		...(standInId === to ? [{ what: 'review_stand_in', to: null } as const] : []),
		{ what: 'review_passed_on', to }
	]);
}

interface Step {
	what: Handover;
	to: string | null;
}

const change = ({ what, to }: Step): Partial<GrantRow> =>
	what === 'review_stand_in' ? { standInId: to } : { consultantId: to };

async function handOver(
	db: Db,
	colleague: string | null,
	asking: Asking,
	stepsFor: (grant: GrantRow) => Step[]
): Promise<boolean> {
	const { grantId, userId, today } = asking;
	const lines = await db.write((writer) => {
		const held = passable(writer, asking, colleague);
		if (!held) return undefined;
		const { municipalityKey } = held.round;
		return stepsFor(held.grant).flatMap((step) => {
			const { what, to } = step;
			writer.update(reviewGrant).set(change(step)).where(eq(reviewGrant.id, grantId)).run();
			note(writer, { municipalityKey, userId, event: what, subject: grantId }, today);
			const number = countNotes(writer, { municipalityKey, event: what, subject: grantId });
			return [handover(grantId, what, number), ...(to === null ? [] : [handover(grantId, what, number, to)])];
		});
	});
	if (lines === undefined) return false;
	db.deletions.add('handover', lines, today);
	return true;
}
