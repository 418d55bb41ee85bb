/** Rounds whose collecting nobody has ended (D16). */
import { eq } from 'drizzle-orm';
import { endCollecting } from './collecting.ts';
import type { Db } from '#lib/server/db/open.ts';
import { round } from '#lib/server/db/schema-rounds.ts';

/** Ends collecting wherever the days in which it could still be made longer have passed. */
export async function endOverdue(db: Db, keyFolder: string, today: string): Promise<void> {
	const { assessmentId: id, phase } = round;
	const collecting = db.read.select({ id }).from(round).where(eq(phase, 'collecting')).all();
	for (const one of collecting) await endCollecting(db, keyFolder, one.id, today, { whenOverdue: true });
}
