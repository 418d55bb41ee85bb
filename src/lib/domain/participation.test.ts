import { describe, expect, test } from 'vitest';
import { participationOf } from './participation.ts';

describe('D12: participation', () => {
	test('is told per role from five invited and five submitted', () => {
		const { roles, submitted, exact } = participationOf([
			{ role: 'council', invited: 12, submitted: 7 },
			{ role: 'staff', invited: 30, submitted: 21 }
		]);
		expect(roles.map((one) => one.submitted)).toEqual([7, 21]);
		expect([submitted, exact]).toEqual([28, true]);
	});

	test.each([
		['few invited', { role: 'leadership', invited: 4, submitted: 4 }],
		['few submitted', { role: 'leadership', invited: 9, submitted: 4 }],
		['nobody yet', { role: 'leadership', invited: 9, submitted: 0 }]
	])('says "fewer than five" alike: %s', (_, role) => {
		const { roles, submitted, exact } = participationOf([role, { role: 'staff', invited: 30, submitted: 21 }]);
		expect(roles[0]?.submitted).toBeUndefined();
		expect(exact).toBe(false);
		expect(submitted % 5).toBe(0);
	});

	test('the rounded total does not tell whether the one of a small role has answered', () => {
		const total = (submitted: number) =>
			participationOf([
				{ role: 'leadership', invited: 1, submitted },
				{ role: 'staff', invited: 30, submitted: 21 }
			]).submitted;
		expect(total(0)).toBe(total(1));
	});
});
