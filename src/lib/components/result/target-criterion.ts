import { nextLevel } from '#lib/domain/scoring/priorities.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { ResultView } from '#lib/domain/result/view.ts';
import type { TypedTarget } from '#lib/domain/result/target.ts';

/** A criterion as the form of targets shows it. */
export interface TargetCriterion {
	id: string;
	name: string;
	score: number | null;
	target: Level | undefined;
	targetYear: number | undefined;
	/** the target that counts where none is set */
	next: Level | undefined;
	/** what an earlier round aimed at, and what that round is called */
	suggested?: TypedTarget & { title: string };
}

/** The criteria of a result by dimension. */
export function targetDimensions({ dimensions }: ResultView) {
	return dimensions.map(({ id, name, criteria }) => ({
		id,
		name,
		criteria: criteria.map(({ id, name, score, target, targetYear }): TargetCriterion => ({
			...{ id, name, score, target, targetYear },
			next: score === null ? undefined : nextLevel(score)
		}))
	}));
}
