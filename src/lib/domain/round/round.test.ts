import { describe, expect, test } from 'vitest';
import { lastDayOfCollecting, lastDayToExtend, obstaclesToCollecting } from './round.ts';

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

test.each([
	['2026-12-20', '2026-11-24', '2026-12-27'],
	['2027-05-20', '2026-11-24', '2027-05-24'],
	['2027-05-24', '2026-11-24', '2027-05-24']
])('collecting until %s, begun on %s, can be made longer until %s', (until, since, last) => {
	expect(lastDayToExtend(until, since)).toBe(last);
});

describe('before the first invitation', () => {
	const roles = { withCriteria: ['staff', 'council'], invited: ['staff', 'staff'] };
	const ready = { collectUntil: '2026-12-31', leaders: ['Stabsstelle'] };
	test('a round with deadline, roles and a leader may start', () => {
		expect(obstaclesToCollecting(ready, roles, '2026-11-26')).toEqual([]);
	});
	test.each([
		['noDeadline', { leaders: ['x'] }, {}],
		['deadlinePassed', { ...ready, collectUntil: '2026-11-25' }, {}],
		['deadlineTooFar', { ...ready, collectUntil: '2027-05-27' }, {}],
		['noRoles', ready, { withCriteria: [], invited: [] }],
		['noLeader', { ...ready, leaders: [] }, {}],
		['roleWithoutCriteria', ready, { invited: ['staff', 'treasury'] }]
	])('%s holds it up', (obstacle, settings, changes) => {
		expect(obstaclesToCollecting(settings, { ...roles, ...changes }, '2026-11-26')).toEqual([obstacle]);
	});
});
