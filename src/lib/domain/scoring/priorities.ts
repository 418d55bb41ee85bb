import { z } from 'zod';
import { Level } from '#lib/domain/answering/rating-schema.ts';
import { TOLERANCE } from './rounding.ts';

/** M9: how far a criterion is from its target, and how much that matters. */
export const Priority = z.strictObject({
	criterion: z.string(),
	score: z.number(),
	/** the target that was set, or else the next level */
	target: Level,
	set: z.boolean(),
	/** 0–4 */
	gap: z.number(),
	/** 1–4 */
	importance: z.number(),
	/** gap × importance, 0–16 */
	priority: z.number()
});
export type Priority = z.infer<typeof Priority>;

/** What M9 takes into account of one criterion. */
export interface PriorityInput {
	criterion: string;
	/** null where it cannot be evaluated; such a criterion has no priority */
	score: number | null;
	target?: Level | undefined;
	importance: number;
}

/** M9: the criteria with a score by priority descending, score ascending, then as they come, in instrument order. */
export function prioritiesOf(criteria: readonly PriorityInput[]): Priority[] {
	return criteria
		.flatMap(({ criterion, score, target, importance }): Priority[] => {
			if (score === null) return [];
			const aim = target ?? nextLevel(score);
			const gap = Math.max(0, aim - score);
			return [
				{ criterion, score, target: aim, set: target !== undefined, gap, importance, priority: gap * importance }
			];
		})
		.sort((a, b) => steps(b.priority) - steps(a.priority) || steps(a.score) - steps(b.score));
}

/** M9: the target where none was set. */
export function nextLevel(score: number): Level {
	return Math.min(5, Math.floor(score + TOLERANCE) + 1) as Level;
}

/** Numbers that differ by less than double precision can tell are equal for the order. */
function steps(value: number): number {
	return Math.round(value / TOLERANCE);
}
