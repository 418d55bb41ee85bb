/** M9: the targets that a municipality sets once a round is closed. */
import { and, eq } from 'drizzle-orm';
import { isSameTarget, typedTarget, type Target } from '#lib/domain/result/target.ts';
import { wholeTarget, type Targets } from '#lib/domain/result/team-targets.ts';
import { note } from '#lib/server/municipalities/audit.ts';
import type { Db, Reader } from '#lib/server/db/open.ts';
import { roundTarget } from '#lib/server/db/schema-rounds.ts';
import { findRounds, readRound, refusalUnless, type PhaseRefusal, type Round } from './rounds.ts';

/** Those that were set after closing; undefined where none were. */
export function findTargets(db: Db, roundId: string): Targets | undefined {
	return readTargets(db.read, roundId);
}

function readTargets(reader: Reader, roundId: string): Targets | undefined {
	const { criterionId, level, year } = roundTarget;
	const rows = reader.select({ criterionId, level, year }).from(roundTarget).where(ofRound(roundId)).all();
	if (rows.length === 0) return undefined;
	return Object.fromEntries(rows.map((row) => [row.criterionId, { target: row.level, targetYear: row.year }]));
}

const ofRound = (roundId: string) => eq(roundTarget.assessmentId, roundId);

/** The targets of the round before this one that has some, as a suggestion, with what that round is called. */
export function findFormerTargets(
	db: Db,
	{ id, municipalityKey, closedOn = '' }: Round
): { title: string; targets: Targets } | undefined {
	const earlier = findRounds(db, municipalityKey)
		.filter((one) => one.phase === 'closed' && one.id !== id && (one.closedOn ?? '') <= closedOn)
		.sort((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? ''));
	for (const { id: former, title } of earlier) {
		const targets = findTargets(db, former);
		if (targets) return { title, targets };
	}
	return undefined;
}

export interface TargetChange {
	criterion: string;
	target: Target;
}

/**
 * Sets, changes and removes targets in one job.
 * @param before what the change was made from; where it is not stored any more, nothing is saved and what is stored
 *   now comes back
 */
export function saveTargets(
	db: Db,
	roundId: string,
	before: Targets,
	changes: readonly TargetChange[],
	{ userId, today }: { userId: string; today: string }
): Promise<PhaseRefusal | { overtaken: Targets } | undefined> {
	return db.write((writer) => {
		const round = readRound(writer, roundId);
		const refusal = refusalUnless(round, 'closed');
		if (refusal || !round) return refusal;
		const stored = readTargets(writer, roundId);
		const now = stored ?? before;
		const same = (id: string) => isSameTarget(typedTarget(now[id] ?? {}), typedTarget(before[id] ?? {}));
		if (!changes.every(({ criterion }) => same(criterion))) return { overtaken: now };
		// The first change takes over what was frozen with the round, so that it can be removed as well.
		const written = stored ? [] : Object.entries(before).map(([criterion, target]) => ({ criterion, target }));
		for (const { criterion, target } of [...written, ...changes]) {
			const whole = wholeTarget(target);
			writer
				.delete(roundTarget)
				.where(and(ofRound(roundId), eq(roundTarget.criterionId, criterion)))
				.run();
			if (whole) {
				const values = { level: whole.target, year: whole.targetYear };
				writer
					.insert(roundTarget)
					.values({ assessmentId: roundId, criterionId: criterion, ...values })
					.run();
			}
		}
		const { municipalityKey } = round;
		note(writer, { municipalityKey, userId, event: 'targets_set', subject: roundId }, today);
		return undefined;
	});
}
