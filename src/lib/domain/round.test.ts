import { describe, expect, test } from 'vitest';
import { lastDayOfCollecting, obstaclesToCollecting } from './round.ts';

describe('D16: collecting ends after six months', () => {
	test.each([
		['2026-01-15', '2026-07-15'],
		['2026-08-31', '2027-02-28'],
		['2027-08-30', '2028-02-29'],
		['2026-12-31', '2027-06-30']
	])('begun on %s, on %s at the latest', (today, last) => {
		expect(lastDayOfCollecting(today)).toBe(last);
	});
});

describe('before the first invitation', () => {
	const ready = { collectUntil: '2026-12-31', leaders: ['Stabsstelle'] };
	test('a round with deadline, roles and a leader may start', () => {
		expect(obstaclesToCollecting(ready, 3, '2026-11-26')).toEqual([]);
	});
	test.each([
		['noDeadline', { leaders: ['x'] }, 3],
		['deadlinePassed', { ...ready, collectUntil: '2026-11-25' }, 3],
		['deadlineTooFar', { ...ready, collectUntil: '2027-05-27' }, 3],
		['noRoles', ready, 0],
		['noLeader', { ...ready, leaders: [] }, 3]
	])('%s holds it up', (obstacle, settings, roles) => {
		expect(obstaclesToCollecting(settings, roles, '2026-11-26')).toEqual([obstacle]);
	});
});
