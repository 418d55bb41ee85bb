import { expect, test } from 'vitest';
import { chooseRounds, compareVersions, mayCount, type ClosedAssessment } from './member.ts';

const CUTOFF = '2026-12-01';
const round = (changes: Partial<ClosedAssessment> = {}): ClosedAssessment => ({
	id: 'a',
	mode: 'confidential',
	variant: 'full',
	scope: null,
	municipalityKey: '05999001',
	instrumentVersion: '1.0.0',
	closedOn: '2026-10-01',
	comparisonAgreedOn: '2026-10-02',
	demonstration: false,
	...changes
});
const chosen = (rounds: ClosedAssessment[]) => {
	const { full, short } = chooseRounds(rounds, CUTOFF, false);
	return { full: full.map(({ id }) => id), short: short.map(({ id }) => id) };
};

test.each([
	['a confidential round', {}],
	['an open workshop', { mode: 'open' }],
	['what was closed the day before', { closedOn: '2026-11-30' }]
] as const)('D1: %s counts', (_, changes) => {
	expect(mayCount(round(changes), CUTOFF, false)).toBe(true);
});

test.each([
	['a solo check', { mode: 'solo' }],
	['a trial, which has no municipality', { municipalityKey: null }],
	['a single dimension', { scope: 'budget' }],
	['an open round', { closedOn: null }],
	['what was closed on the cut-off', { closedOn: CUTOFF }],
	['who has not agreed', { comparisonAgreedOn: null }],
	['who agreed on the cut-off', { comparisonAgreedOn: CUTOFF }],
	['a made-up round', { demonstration: true }]
] as const)('D1: %s does not count', (_, changes) => {
	expect(mayCount(round(changes), CUTOFF, false)).toBe(false);
});

test('a demonstration release counts made-up rounds only', () => {
	expect(mayCount(round({ demonstration: true }), CUTOFF, true)).toBe(true);
	expect(mayCount(round(), CUTOFF, true)).toBe(false);
});

test('D1: the latest full round stands for the municipality', () => {
	const rounds = [
		round({ id: 'old', closedOn: '2025-01-01' }),
		round({ id: 'new' }),
		round({ id: 'older', closedOn: '2024-01-01' })
	];
	expect(chosen(rounds)).toEqual({ full: ['new'], short: [] });
});

test('D1: of two rounds closed on one day the same one is chosen in any order', () => {
	const rounds = [round({ id: 'a' }), round({ id: 'b' })];
	expect(chosen(rounds)).toEqual(chosen(rounds.toReversed()));
});

test('D1: a later instrument version replaces an earlier one', () => {
	const rounds = [round({ id: 'late', closedOn: '2026-11-01' }), round({ id: 'version', instrumentVersion: '1.10.0' })];
	expect(chosen(rounds)).toEqual({ full: ['version'], short: [] });
});

test('D1: a short round stands only for a municipality that has no full one, in a set of its own', () => {
	const rounds = [
		round({ id: 'short', variant: 'short', closedOn: '2026-11-01' }),
		round({ id: 'full' }),
		round({ id: 'only-short', variant: 'short', municipalityKey: '05999002' })
	];
	expect(chosen(rounds)).toEqual({ full: ['full'], short: ['only-short'] });
});

test('D1: a round closed after the cut-off leaves the one before it in place', () => {
	expect(chosen([round({ id: 'before' }), round({ id: 'after', closedOn: '2026-12-02' })])).toEqual({
		full: ['before'],
		short: []
	});
});

test.each([
	['1.0.0', '1.0.0', 0],
	['1.9.0', '1.10.0', -1],
	['2.0.0', '1.10.3', 1],
	['1.0.2', '1.0.1', 1]
])('versions %s and %s are ordered by number', (a, b, sign) => {
	expect(Math.sign(compareVersions(a, b))).toBe(sign);
});
