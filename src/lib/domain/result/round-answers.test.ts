import { describe, expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { answersOfRound, type AnsweredRound } from './round-answers.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import type { Rating } from '#lib/domain/answering/rating.ts';

const { instrument } = currentInstrument();

function freeze(ratings: Rating[], changes: Partial<AnsweredRound> = {}) {
	const respondents = ratings.map((rating, index): Respondent => ({
		id: String(index),
		role: 'staff',
		ratings: { 'D1.1': rating }
	}));
	const round: AnsweredRound = { variant: 'full', confidential: true, respondents, importance: {} };
	return answersOfRound(instrument, { ...round, ...changes }, mulberry32(1)).inputs;
}

describe('D12: what a confidential round keeps', () => {
	test('with four responses nothing of them is kept but their number', () => {
		const inputs = freeze([1, 2, 3, 'notApplicable']);
		expect(inputs.items['D1.1']).toEqual({ applies: true });
		expect(inputs).toMatchObject({ respondents: 4, groups: {}, intervals: {} });
	});

	test.each([
		['alike', ['notApplicable', 'notApplicable', 'notApplicable', 'notApplicable']],
		['apart', [5, 'notApplicable', 'notApplicable', 'notApplicable']]
	] as const)('"does not apply" of four, %s, among many who said nothing, decides nothing', (_, ratings) => {
		expect(freeze([...ratings, 'unknown', 'unknown']).items['D1.1']).toEqual({ applies: true });
	});

	test('from five people on "does not apply" decides as M2 says', () => {
		expect(freeze(Array.from({ length: 5 }, () => 'notApplicable' as const)).items['D1.1']).toEqual({ applies: false });
	});

	test('importance is kept from seven ratings on, in an open workshop always', () => {
		const importance = { D1: [1, 2, 3, 0] as [number, number, number, number], D2: [0, 0, 0, 7] as never };
		expect(freeze([3, 3, 3, 3, 3], { importance }).criteria).toEqual({ D2: { importance: [0, 0, 0, 7] } });
		expect(freeze([3], { importance, confidential: false }).criteria.D1).toEqual({ importance: [1, 2, 3, 0] });
	});

	test('M13: role groups are kept where they may be shown, a group of one never', () => {
		const council: Rating[] = [1, 2, 1, 2, 1];
		const staff: Rating[] = [3, 4, 3, 4, 3];
		const respondents = [...council.map(as('council')), ...staff.map(as('staff')), as('treasury')(5, 99)];
		expect(freeze([], { respondents: respondents.slice(0, 10) }).groups).toEqual({
			'D1.1': [
				{ group: 'council', levels: 5, mean: 1.4 },
				{ group: 'staff', levels: 5, mean: 3.4 }
			]
		});
		expect(JSON.stringify(freeze([], { respondents }).groups)).not.toContain('treasury');
	});
});

const as =
	(role: string) =>
	(rating: Rating, index: number): Respondent => ({ id: `${role}${index}`, role, ratings: { 'D1.1': rating } });
