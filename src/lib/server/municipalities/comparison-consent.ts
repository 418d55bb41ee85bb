/** Whether a municipality lets its rounds into the comparison (D1): a decision of its own, with day and person. */
import { and, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { AuditEvent } from '#lib/domain/audit-event.ts';
import { lastNote, note } from './audit.ts';
import type { Db } from '#lib/server/db/open.ts';
import { decision } from '#lib/server/db/replay-decisions.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { auditEntry, user } from '#lib/server/db/schema-accounts.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import type { PlanDeed } from '#lib/server/rounds/actions.ts';

/** A closed round that could count, and what was decided on it. */
export interface ComparableRound {
	id: string;
	title: string;
	closedOn: string;
	/** undefined where nobody has agreed */
	agreedOn: string | undefined;
	/** name of whoever agreed; undefined where the account or the entry in the log is gone */
	agreedBy: string | undefined;
}

const comparable = (key: string) =>
	and(
		eq(assessment.municipalityKey, key),
		ne(assessment.mode, 'solo'),
		isNull(assessment.scope),
		isNotNull(assessment.closedOn)
	);

/** The closed rounds of a municipality that D1 lets count, the last closed first. One dimension alone never counts. */
export function findComparable(db: Db, key: string): ComparableRound[] {
	const { id, closedOn, comparisonAgreedOn } = assessment;
	return db.read
		.select({ id, closedOn, agreedOn: comparisonAgreedOn, title: round.title })
		.from(assessment)
		.innerJoin(round, eq(round.assessmentId, id))
		.where(comparable(key))
		.orderBy(desc(closedOn), id)
		.all()
		.map((row) => ({
			...row,
			closedOn: row.closedOn ?? '',
			agreedOn: row.agreedOn ?? undefined,
			agreedBy: row.agreedOn === null ? undefined : lastNoted(db, key, 'comparison_agreed', row.id)?.by
		}));
}

/** When everything was withdrawn last, and by whom; undefined where nobody has, or the log has forgotten it (D16). */
export function findWithdrawal(db: Db, key: string): Noted | undefined {
	return lastNoted(db, key, 'comparison_withdrawn');
}

interface Noted {
	day: string;
	/** name; undefined where the account is gone */
	by: string | undefined;
}

function lastNoted(db: Db, key: string, wanted: AuditEvent, about?: string): Noted | undefined {
	const { municipalityKey, event, subject, userId, id, day } = auditEntry;
	const found = db.read
		.select({ day, name: user.name })
		.from(auditEntry)
		.leftJoin(user, eq(user.id, userId))
		.where(and(eq(municipalityKey, key), eq(event, wanted), about === undefined ? undefined : eq(subject, about)))
		.orderBy(desc(id))
		.limit(1)
		.get();
	return found && { day: found.day, by: found.name ?? undefined };
}

/** Agrees for one round; agreeing again changes nothing. Resolves with whether the municipality has such a round. */
export function agreeToComparison(db: Db, roundId: string, { key, userId, today }: PlanDeed): Promise<boolean> {
	return db.write((writer) => {
		const found = writer
			.select({ agreedOn: assessment.comparisonAgreedOn })
			.from(assessment)
			.where(and(comparable(key), eq(assessment.id, roundId)))
			.get();
		if (!found) return false;
		if (found.agreedOn !== null) return true;
		writer.update(assessment).set({ comparisonAgreedOn: today }).where(eq(assessment.id, roundId)).run();
		note(writer, { municipalityKey: key, userId, event: 'comparison_agreed', subject: roundId }, today);
		return true;
	});
}

/** Withdraws every agreement of the municipality: from the next release on it counts no more, also after a restore. */
export async function withdrawFromComparison(db: Db, { key, userId, today }: PlanDeed): Promise<void> {
	const withdrawn = await db.write((writer) => {
		const agreed = and(comparable(key), isNotNull(assessment.comparisonAgreedOn));
		const rounds = writer
			.select({ about: assessment.id, day: assessment.comparisonAgreedOn })
			.from(assessment)
			.where(agreed)
			.all();
		if (rounds.length === 0) return [];
		const decisions = rounds.map(({ about, day }) => {
			const last = lastNote(writer, { municipalityKey: key, event: 'comparison_agreed', subject: about });
			return decision({ key, about, day: day ?? '', note: last });
		});
		writer.update(assessment).set({ comparisonAgreedOn: null }).where(agreed).run();
		note(writer, { municipalityKey: key, userId, event: 'comparison_withdrawn' }, today);
		return decisions;
	});
	db.deletions.add('agreement', withdrawn, today);
}
