/** D12 before and after: closing a round must not tell more of its answers than the meeting was shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frozenMeeting } from '#lib/domain/result/frozen-meeting.ts';
import { freezeTeam } from '#lib/domain/result/freeze.ts';
import type { FrozenTeam } from '#lib/domain/result/frozen.ts';
import { itemsOf, itemsOfCriterion, criteriaOf } from '#lib/domain/instrument/instrument.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import { LEVELS, type Rating } from '#lib/domain/answering/rating.ts';
import { answersOfRound, type RoundAnswers } from '#lib/domain/result/round-answers.ts';
import { isTooFew } from '#lib/domain/round/team-item.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { sha256 } from '#lib/server/sha256.ts';

const sealed = currentInstrument();
const { instrument } = sealed;
const IDS = itemsOf(instrument, 'short').map(({ id }) => id);
const EXTENT = { variant: 'short', confidential: true, importance: {} } as const;

const AnyRating = fc.constantFrom<Rating | undefined>(...LEVELS, ...LEVELS, 'unknown', 'notApplicable', undefined);
const Person = fc.record({
	role: fc.constantFrom('staff', 'council', 'treasury', 'leadership', null),
	ratings: fc.tuple(...IDS.map(() => AnyRating))
});
const Team = fc.array(Person, { maxLength: 16 }).map((people) =>
	people.map(({ role, ratings }, index): Respondent => ({
		id: `person ${index}`,
		role,
		ratings: Object.fromEntries(IDS.map((id, item) => [id, ratings[item]]))
	}))
);

function close(respondents: readonly Respondent[]): { answers: RoundAnswers; frozen: FrozenTeam } {
	const answers = answersOfRound(instrument, { ...EXTENT, respondents }, mulberry32(1));
	const inputs = { ...answers.inputs, decisions: {} };
	return { answers, frozen: freezeTeam(sealed, { variant: 'short', seed: 'seed' }, inputs, sha256) };
}

test('of each item the closed round shows what the meeting was shown', () => {
	fc.assert(
		fc.property(Team, (team) => {
			const { answers, frozen } = close(team);
			const after = new Map(frozenMeeting(frozen.inputs).map((one) => [one.item, one]));
			const few = team.length < 5;
			for (const { item, seen, reasons } of answers.items) {
				const shown = after.get(item);
				expect(shown?.reasons).toEqual(reasons);
				if (few)
					expect(shown?.seen).toEqual({
						mean: { withheld: 'tooFew' },
						distribution: { withheld: 'tooFew' },
						groups: []
					});
				else if (isTooFew(seen.mean)) expect(shown?.seen.mean).toEqual(seen.mean);
				else {
					expect(shown?.seen.mean).toBeCloseTo(seen.mean);
					expect(shown?.seen.groups).toEqual(seen.groups);
					expect(shown?.seen.distribution).toEqual(seen.distribution);
				}
			}
		}),
		{ numRuns: 60 }
	);
});

test('a score is made of shown means alone, so that no subtraction gives a withheld one', () => {
	fc.assert(
		fc.property(Team, (team) => {
			const { frozen } = close(team);
			const shown = new Map(frozenMeeting(frozen.inputs).map(({ item, seen }) => [item, seen.mean]));
			for (const criterion of criteriaOf(instrument)) {
				const score = frozen.result.criteria[criterion.id]?.score ?? null;
				const [only] = itemsOfCriterion(criterion, 'short');
				const mean = shown.get(only?.id ?? '');
				if (score !== null) expect(mean).toBeCloseTo(score);
				if (isTooFew(mean)) expect(score).toBeNull();
			}
		}),
		{ numRuns: 60 }
	);
});

test('a person more among too few changes nothing that is frozen but how many there were', () => {
	fc.assert(
		fc.property(fc.array(AnyRating, { maxLength: 4 }), (ratings) => {
			const team = ratings.map((rating, index) => ({ id: `${index}`, role: 'staff', ratings: { 'D1.1': rating } }));
			const { frozen } = close(team);
			const { respondents, ...inputs } = frozen.inputs;
			const { respondents: nobody, ...none } = close([]).frozen.inputs;
			expect([respondents, nobody]).toEqual([team.length, 0]);
			expect(JSON.stringify(inputs)).toBe(JSON.stringify(none));
			expect(frozen.result).toEqual(close([]).frozen.result);
		}),
		{ numRuns: 60 }
	);
});
