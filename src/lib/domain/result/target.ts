/** M9: targets as people type them – a level with a year, or none. */
import { CriterionAnswer } from '#lib/domain/answering/rating-schema.ts';

export type Target = Pick<CriterionAnswer, 'target' | 'targetYear'>;

/** The two fields of a target, empty where there is none. */
export interface TypedTarget {
	level: string;
	year: string;
}

/** The target of a criterion as its fields show it. */
export function typedTarget({ target, targetYear }: Target): TypedTarget {
	return { level: String(target ?? ''), year: String(targetYear ?? '') };
}

export function isSameTarget(one: TypedTarget, other: TypedTarget): boolean {
	return one.level === other.level && one.year === other.year;
}

/**
 * What was typed in place of a stored target. Without a level there is no target, and a year that stood there already
 * goes with it; a year that is new asks for its level. What was not touched stays as it is.
 */
export function readTarget(typed: TypedTarget, stored: Target): Target | { wrong: keyof TypedTarget } {
	const before = typedTarget(stored);
	if (isSameTarget(typed, before)) return { ...stored };
	if (typed.level === '') return typed.year === '' || typed.year === before.year ? {} : { wrong: 'level' };
	const level = CriterionAnswer.shape.target.safeParse(Number(typed.level));
	if (!level.success) return { wrong: 'level' };
	const year = CriterionAnswer.shape.targetYear.safeParse(/^\d{4}$/.test(typed.year) ? Number(typed.year) : Number.NaN);
	return year.success ? { target: level.data, targetYear: year.data } : { wrong: 'year' };
}
