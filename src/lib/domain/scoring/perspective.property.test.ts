import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tallyOf, type Tally } from './item-result.ts';
import { layoutOf } from './layout.ts';
import { perspectivesOf } from './perspective.ts';
import { anyExtent, anyTeam, instrument } from '../../../../tests/support/any-assessment.ts';

const NOBODY: Tally = { levels: 0, sum: 0, notApplicable: 0 };

/** M2, M13: enough levels, and no majority for "does not apply". */
const hasMean = ({ levels, notApplicable }: Tally, minimum: number) => levels >= minimum && levels >= notApplicable;

test('M13: a gap is the distance of the furthest group means, in 0–4, whichever group comes first', () => {
	fc.assert(
		fc.property(anyExtent, anyTeam(2, 20), fc.integer({ min: 1, max: 5 }), (extent, team, minimum) => {
			const { items } = layoutOf(instrument, extent.variant, extent.scope);
			const said = (role: string) => {
				const group = team.filter((one) => one.role === role);
				return Object.fromEntries(items.map((id) => [id, tallyOf(group, id)]));
			};
			const [staff, council] = [said('staff'), said('council')];
			const found = perspectivesOf(instrument, extent, { staff, council }, minimum);
			expect(perspectivesOf(instrument, extent, { council, staff }, minimum)).toEqual(found);
			for (const part of [found.items, found.criteria, found.dimensions])
				for (const { means, gap } of Object.values(part)) {
					const [one, other] = Object.values(means);
					expect(gap).toBe(one === undefined || other === undefined ? null : Math.abs(one - other));
					expect(gap ?? 0).toBeLessThanOrEqual(4);
					for (const mean of Object.values(means)) expect(mean >= 1 && mean <= 5).toBe(true);
				}
			for (const [id, { means }] of Object.entries(found.items))
				for (const [role, tallies] of Object.entries({ staff, council }))
					expect([role, role in means]).toEqual([role, hasMean(tallies[id] ?? NOBODY, minimum)]);
		}),
		{ numRuns: 50 }
	);
});
