import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prioritiesOf, type PriorityInput } from './priorities.ts';
import { anyLevel } from '../../../../tests/support/any-assessment.ts';

/** A mean of levels in whole numbers, so that the order can be told exactly. */
interface Criterion {
	/** sixths of a level, null without a score */
	sixths: number | null;
	target: PriorityInput['target'];
	/** quarters of the importance */
	quarters: number;
}

const anyCriteria: fc.Arbitrary<Criterion[]> = fc.array(
	fc.record({
		sixths: fc.option(fc.integer({ min: 6, max: 30 }), { freq: 8 }),
		target: fc.option(anyLevel, { nil: undefined }),
		quarters: fc.integer({ min: 4, max: 16 })
	}),
	{ maxLength: 18 }
);

test('M9: gaps and priorities keep to their scales, and stand in the order that whole numbers say', () => {
	fc.assert(
		fc.property(anyCriteria, (criteria) => {
			const priorities = prioritiesOf(
				criteria.map(({ sixths, target, quarters }, index) => ({
					criterion: String(index),
					score: sixths === null ? null : sixths / 6,
					target,
					importance: quarters / 4
				}))
			);
			const exact = criteria.flatMap(({ sixths, target, quarters }, index) => {
				if (sixths === null) return [];
				const aim = target ?? Math.min(5, Math.floor(sixths / 6) + 1);
				return [{ criterion: String(index), sixths, priority: Math.max(0, 6 * aim - sixths) * quarters }];
			});
			exact.sort((a, b) => b.priority - a.priority || a.sixths - b.sixths || Number(a.criterion) - Number(b.criterion));
			expect(priorities.map(({ criterion }) => criterion)).toEqual(exact.map(({ criterion }) => criterion));
			for (const { gap, priority } of priorities) {
				expect(gap >= 0 && gap <= 4).toBe(true);
				expect(priority >= 0 && priority <= 16).toBe(true);
			}
		}),
		{ numRuns: 500 }
	);
});
