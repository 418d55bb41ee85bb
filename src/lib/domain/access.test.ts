import { describe, expect, test } from 'vitest';
import { ACCESS, may, needsSecondFactor, type What } from './access.ts';
import { PHASES } from '#lib/domain/round/round.ts';

const ALL = Object.keys(ACCESS) as What[];

describe('access', () => {
	test.each([
		['visitor', ['visit']],
		['author', ['visit', 'useCheck']],
		['respondent', ['visit', 'answer']],
		['screen', ['visit', 'watch']],
		['phone', ['visit', 'vote']]
	] as const)('a %s may do nothing that needs an account', (who, allowed) => {
		expect(ALL.filter((what) => PHASES.some((phase) => may(who, what, phase)))).toEqual(allowed);
	});

	test('nobody answers but while collecting', () => {
		expect(PHASES.filter((phase) => may('respondent', 'answer', phase))).toEqual(['collecting']);
	});

	test('an operator sees nothing of a municipality', () => {
		const own: What[] = ['visit', 'ownAccount', 'registerMunicipality', 'operate'];
		expect(ALL.filter((what) => PHASES.some((phase) => may('operator', what, phase)))).toEqual(own);
	});

	test('a consultant sees nothing of a round but under a valid grant of a closed one (D15)', () => {
		const own: What[] = ['visit', 'ownAccount', 'registerMunicipality', 'useDesk'];
		expect(ALL.filter((what) => PHASES.some((phase) => may('consultant', what, phase)))).toEqual(own);
		expect(ALL.filter((what) => PHASES.some((phase) => may('reviewer', what, phase)))).toEqual([
			...own,
			'review',
			'passReviewOn'
		]);
		expect(ALL.filter((what) => PHASES.some((phase) => may('standIn', what, phase)))).toEqual([...own, 'review']);
		expect(PHASES.filter((phase) => may('reviewer', 'review', phase))).toEqual(['closed']);
	});

	test.each(PHASES)('an observer changes nothing of the municipality in phase %s', (phase) => {
		const reads: What[] = [
			...(['visit', 'ownAccount', 'registerMunicipality'] as const),
			...(['readMunicipality', 'readSeries', 'readPlan', 'readContacts', 'readSentContacts'] as const)
		];
		const allowed = ALL.filter((what) => may('observer', what, phase));
		const ofClosed: What[] = ['readResult', 'readEvidence', 'readReview'];
		expect(allowed.filter((what) => !ofClosed.includes(what)).sort()).toEqual(reads.sort());
		for (const what of ofClosed) expect(allowed.includes(what), what).toBe(phase === 'closed');
	});

	test('before collecting has ended nobody reads anything about answers (D12)', () => {
		for (const what of ['readMeeting', 'decide', 'closeRound', 'readResult'] as const) {
			expect([what, may('organiser', what, 'draft'), may('organiser', what, 'collecting')]).toEqual([
				what,
				false,
				false
			]);
		}
	});

	test('what needs a phase is refused without one', () => {
		expect(may('organiser', 'decide')).toBe(false);
		expect(may('organiser', 'createRound')).toBe(true);
	});
});

describe('a second factor', () => {
	test.each([
		['operator', false, true],
		['operator', true, true],
		['consultant', true, true],
		['reviewer', true, true],
		['standIn', true, true],
		['organiser', false, true],
		['organiser', true, false],
		['observer', false, false],
		['account', false, false]
	] as const)('of an %s, relaxed for organisers: %s, is needed: %s', (who, relaxed, needed) => {
		expect(needsSecondFactor(who, relaxed)).toBe(needed);
	});
});
