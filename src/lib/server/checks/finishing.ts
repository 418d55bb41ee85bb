/** Finishing a solo check: what was answered and what came out of it are frozen together (M15). */
import { and, eq } from 'drizzle-orm';
import { answersById } from '#lib/domain/answering/answering.ts';
import { freezeSolo, type SealedInstrument } from '#lib/domain/result/freeze.ts';
import { soloInputs } from '#lib/domain/result/solo-inputs.ts';
import { readAnswers } from './answers.ts';
import type { Db } from '#lib/server/db/open.ts';
import { assessment } from '#lib/server/db/schema.ts';
import { sha256 } from '#lib/server/sha256.ts';

/**
 * Freezes and closes an open check in one job, so that a save beside it is either accepted before and frozen, or
 * refused (F9). Resolves, after it has been synced, with false where there is no such check or it is closed already.
 * @param sealed the check's own instrument
 */
export function finishCheck(db: Db, id: string, sealed: SealedInstrument, today: string): Promise<boolean> {
	const open = and(eq(assessment.id, id), eq(assessment.mode, 'solo'), eq(assessment.state, 'open'));
	return db.write((writer) => {
		const check = writer.select().from(assessment).where(open).get();
		if (!check) return false;
		const about = { variant: check.variant, scope: check.scope ?? undefined, seed: check.seed };
		const inputs = soloInputs(sealed.instrument, about, answersById(readAnswers(writer, id)));
		const frozen = freezeSolo(sealed, about, inputs, sha256);
		writer.update(assessment).set({ state: 'closed', closedOn: today, frozen }).where(open).run();
		return true;
	});
}
