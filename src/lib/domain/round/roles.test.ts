import { describe, expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { storedRole, suggestedRoles } from './roles.ts';

const { instrument } = currentInstrument();

test('every criterion is suggested for somebody, and the treasury answers for the budget', () => {
	const roles = suggestedRoles(instrument);
	expect(new Set(Object.values(roles).flat()).size).toBe(18);
	expect(roles.treasury).toContain('B1');
});

test('for one dimension nothing of another one is suggested', () => {
	expect(
		Object.values(suggestedRoles(instrument, 'budget'))
			.flat()
			.every((id) => id.startsWith('B'))
	).toBe(true);
});

describe('D14: the role that a response keeps', () => {
	test('is its own from five invited', () => expect(storedRole('leadership', 5)).toBe('leadership'));
	test('is the merged group below', () => expect(storedRole('leadership', 4)).toBe('others'));
	test('is none for a small council', () => expect(storedRole('council', 4)).toBeNull());
});
