import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { participationOf } from './participation.ts';

describe('D12: participation', () => {
	test('is told per role from five invited and five submitted', () => {
		const { roles, submitted } = participationOf(
			[
				{ role: 'council', invited: 12, submitted: 7 },
				{ role: 'staff', invited: 30, submitted: 21 }
			],
			0
		);
		expect(roles.map((one) => one.submitted)).toEqual([7, 21]);
		expect(submitted).toBe(28);
	});

	test.each([
		['few invited', { role: 'leadership', invited: 4, submitted: 4 }],
		['few submitted', { role: 'leadership', invited: 9, submitted: 4 }],
		['nobody yet', { role: 'leadership', invited: 9, submitted: 0 }],
		['no name of their own', { role: 'leadership', invited: 9, submitted: undefined }]
	])('says "fewer than five" alike: %s', (_, role) => {
		const { roles, submitted } = participationOf([role, { role: 'staff', invited: 30, submitted: 21 }], 0);
		expect(roles[0]?.submitted).toBeUndefined();
		expect(submitted).toBe(20);
	});

	test('small groups together count from five on', () => {
		const small = ['leadership', 'treasury'].map((role) => ({ role, invited: 4, submitted: undefined }));
		expect(participationOf(small, 4).submitted).toBe(0);
		expect(participationOf(small, 8).submitted).toBe(5);
	});

	test('never tells whether one of fewer than five has answered, however many others have', () => {
		fc.assert(
			fc.property(fc.integer({ min: 5, max: 80 }), fc.integer({ min: 0, max: 3 }), (staff, few) => {
				const told = (merged: number) =>
					participationOf(
						[
							{ role: 'leadership', invited: 4, submitted: undefined },
							{ role: 'staff', invited: 80, submitted: staff }
						],
						merged
					);
				expect(told(few + 1)).toEqual(told(few));
			})
		);
	});

	test('never tells more than have submitted', () => {
		const count = fc.integer({ min: 0, max: 40 });
		fc.assert(
			fc.property(fc.array(fc.tuple(count, count)), count, (pairs, merged) => {
				const roles = pairs.map(([one, other], index) => ({
					role: String(index),
					invited: Math.max(one, other),
					submitted: Math.min(one, other)
				}));
				const all = roles.reduce((sum, { submitted }) => sum + submitted, merged);
				expect(participationOf(roles, merged).submitted).toBeLessThanOrEqual(all);
			})
		);
	});
});
