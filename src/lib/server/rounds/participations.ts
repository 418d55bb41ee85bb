/** How far a round has come, as its organiser may know it (D12). */
import { and, count, eq, isNotNull, lt } from 'drizzle-orm';
import { participationOf, type Participation } from '#lib/domain/round/participation.ts';
import type { Db } from '#lib/server/db/open.ts';
import { invitation, response } from '#lib/server/db/schema-rounds.ts';
import { findRoles } from './rounds.ts';

/** How many people of each role are on the list. */
export function countInvited(db: Db, roundId: string): Map<string, number> {
	const { role, assessmentId } = invitation;
	const rows = db.read
		.select({ role, count: count() })
		.from(invitation)
		.where(eq(assessmentId, roundId))
		.groupBy(role)
		.all();
	return new Map(rows.map(({ role: of, count: each }) => [of, each]));
}

/**
 * Counts what was submitted before today, so that the numbers change once a day and nobody sees who has just answered.
 * @param order the ids of the roles in the order of the instrument
 */
export function findParticipation(db: Db, roundId: string, order: readonly string[], today: string): Participation {
	const invited = countInvited(db, roundId);
	const before = and(
		eq(response.assessmentId, roundId),
		isNotNull(response.submittedOn),
		lt(response.submittedOn, today)
	);
	const submitted = countByRole(
		db.read.select({ role: response.role, count: count() }).from(response).where(before).groupBy(response.role).all()
	);
	const named = new Set(findRoles(db, roundId).flatMap(({ role, ownName }) => (ownName ? [role] : [])));
	const roles = order
		.filter((role) => invited.has(role))
		.map((role) => ({
			role,
			invited: invited.get(role) ?? 0,
			submitted: named.has(role) ? (submitted.get(role) ?? 0) : undefined
		}));
	const merged = [...submitted].filter(([role]) => role === null || !named.has(role));
	return participationOf(
		roles,
		merged.reduce((sum, [, each]) => sum + each, 0)
	);
}

function countByRole(rows: { role: string | null; count: number }[]) {
	return new Map(rows.map(({ role, count: each }) => [role, each]));
}
