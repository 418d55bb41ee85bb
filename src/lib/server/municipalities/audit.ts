/** The log that a municipality can read: who did what with its data, by day (D16). */
import { and, count, desc, eq, lt, max } from 'drizzle-orm';
import type { AuditEvent } from '#lib/domain/audit-event.ts';
import { keptSince } from '#lib/domain/retention.ts';
import type { Db, Reader, Writer } from '#lib/server/db/open.ts';
import { auditEntry, user } from '#lib/server/db/schema-accounts.ts';

export interface Noted {
	municipalityKey: string;
	/** who did it; undefined where nobody did */
	userId?: string | undefined;
	event: AuditEvent;
	/** id of the assessment, account or entry that it concerns */
	subject?: string | undefined;
}

/** Notes what happens in the same job, so that there is no entry without the deed, and no deed without the entry. */
export function note(writer: Writer, { municipalityKey, userId, event, subject }: Noted, today: string): void {
	writer
		.insert(auditEntry)
		.values({ municipalityKey, userId: userId ?? null, day: today, event, subject: subject ?? null })
		.run();
}

/** Notes that somebody took along everything that organisers see, invitations among it. */
export function noteExport(db: Db, who: Pick<Noted, 'municipalityKey' | 'userId'>, today: string): Promise<void> {
	return db.write((writer) => note(writer, { ...who, event: 'data_exported' }, today));
}

type About = Noted & { subject: string };

const noted = ({ municipalityKey, event, subject }: About) =>
	and(eq(auditEntry.municipalityKey, municipalityKey), eq(auditEntry.event, event), eq(auditEntry.subject, subject));

/** The number of the latest note of this kind; null where none is kept. */
export function lastNote(reader: Reader, about: About): number | null {
	return (
		reader
			.select({ last: max(auditEntry.id) })
			.from(auditEntry)
			.where(noted(about))
			.get()?.last ?? null
	);
}

/** How many notes of this kind are kept. */
export function countNotes(reader: Reader, about: About): number {
	return reader.select({ count: count() }).from(auditEntry).where(noted(about)).get()?.count ?? 0;
}

export interface AuditEntry {
	id: number;
	day: string;
	event: AuditEvent;
	/** name of whoever did it; undefined where the account is gone, or nobody did it */
	by: string | undefined;
	subject: string | undefined;
}

/** More than a municipality does in the time the log is kept. */
const MOST = 2000;

/** The latest first. */
export async function findAudit(db: Db, municipalityKey: string): Promise<AuditEntry[]> {
	const { id, day, event, subject } = auditEntry;
	const rows = db.read
		.select({ id, day, event, subject, by: user.name })
		.from(auditEntry)
		.leftJoin(user, eq(user.id, auditEntry.userId))
		.where(eq(auditEntry.municipalityKey, municipalityKey))
		.orderBy(desc(id))
		.limit(MOST)
		.all();
	return rows.map((row) => ({
		...row,
		event: row.event as AuditEvent,
		by: row.by ?? undefined,
		subject: row.subject ?? undefined
	}));
}

/** Deletes what has been kept long enough (D16). */
export function expireAudit(db: Db, today: string): Promise<void> {
	return db.write((writer) => {
		writer
			.delete(auditEntry)
			.where(lt(auditEntry.day, keptSince(today).audit))
			.run();
	});
}
