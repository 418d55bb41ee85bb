/** Ordering letters to everyone invited; `invitation-mail.ts` sends them. */
import { eq } from 'drizzle-orm';
import { reminderObstacle, type ReminderObstacle } from '#lib/domain/round/reminder.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db } from '#lib/server/db/open.ts';
import { round } from '#lib/server/db/schema-rounds.ts';
import type { Deed } from './inviting.ts';
import { readRound, refusalUnless, type PhaseRefusal } from './rounds.ts';

/** Orders a reminder to everyone on the list, of whom nobody knows here who has answered (D14). */
export function orderReminder(
	db: Db,
	roundId: string,
	{ userId, today }: Deed
): Promise<PhaseRefusal | ReminderObstacle | undefined> {
	return db.write((writer) => {
		const found = readRound(writer, roundId);
		const refusal = refusalUnless(found, 'collecting');
		if (refusal || !found) return refusal;
		const obstacle = reminderObstacle(found, today);
		if (obstacle) return obstacle;
		writer
			.update(round)
			.set({ remindersSent: found.remindersSent + 1, mailedOn: today })
			.where(eq(round.assessmentId, roundId))
			.run();
		const { municipalityKey } = found;
		note(writer, { municipalityKey, userId, event: 'reminder_ordered', subject: roundId }, today);
		return undefined;
	});
}
