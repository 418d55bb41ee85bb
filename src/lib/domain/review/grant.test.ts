import { describe, expect, test } from 'vitest';
import { lastDayOfGrant, mayPassOn, mayReadEvidence, mayReadReview, validityOf, type Grant } from './grant.ts';

const GRANT: Grant = {
	...{ id: 'grant', consultancyId: 'beratung', consultantId: 'ada', standInId: 'ben' },
	...{ includesReasons: false, includesEvidence: true },
	...{ endsOn: '2027-06-30', grantedOn: '2027-02-01', revokedOn: null }
};
const of = (userId: string, consultancyId = 'beratung') => ({ userId, consultancyId });

describe('a grant', () => {
	test.each([
		['holder on the last day', {}, of('ada'), '2027-06-30', true],
		['holder a day later', {}, of('ada'), '2027-07-01', false],
		['stand-in', {}, of('ben'), '2027-03-01', true],
		['colleague who is not named', {}, of('cem'), '2027-03-01', false],
		['holder who has changed the organisation', {}, of('ada', 'andere'), '2027-03-01', false],
		['holder after it was revoked, on the same day', { revokedOn: '2027-03-01' }, of('ada'), '2027-03-01', false],
		['anybody where the account is gone', { consultantId: null }, of('null'), '2027-03-01', false]
	])('is open to its %s: %4$s', (_, more, who, today, expected) => {
		expect(mayReadReview({ ...GRANT, ...more }, who, today)).toBe(expected);
	});

	test('opens evidence only where that is included', () => {
		expect(mayReadEvidence(GRANT, of('ada'), '2027-03-01')).toBe(true);
		expect(mayReadEvidence({ ...GRANT, includesEvidence: false }, of('ada'), '2027-03-01')).toBe(false);
	});

	test('is passed on by its holder alone', () => {
		expect([mayPassOn(GRANT, of('ada'), '2027-03-01'), mayPassOn(GRANT, of('ben'), '2027-03-01')]).toEqual([
			true,
			false
		]);
	});

	test('holds for twelve months at most, and says why it no longer does', () => {
		expect(lastDayOfGrant('2027-02-28')).toBe('2028-02-28');
		expect(validityOf(GRANT, '2027-06-30')).toBe('valid');
		expect(validityOf(GRANT, '2027-07-01')).toBe('ended');
		expect(validityOf({ ...GRANT, revokedOn: '2027-03-01' }, '2027-07-01')).toBe('revoked');
	});
});
