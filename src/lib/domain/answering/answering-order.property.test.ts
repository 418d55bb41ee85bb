/** Nothing that comes out of a round depends on who answered first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaOf } from '#lib/domain/meeting/agenda.ts';
import { spreadIntervals } from '#lib/domain/scoring/interval.ts';
import { ratingsOfItem } from '#lib/domain/scoring/item-ratings.ts';
import { countedOnce, type Respondent } from '#lib/domain/scoring/item-result.ts';
import { layoutOf } from '#lib/domain/scoring/layout.ts';
import { mulberry32 } from '#lib/domain/random.ts';
import { scoreAssessment, type AssessmentInput } from '#lib/domain/scoring/scoring.ts';
import { anyConsensus, anyExtent, anyTeam, instrument } from '../../../../tests/support/any-assessment.ts';

/** All that is calculated from what a team said. */
function everything({ variant, scope, consensus }: AssessmentInput, respondents: Respondent[], seed: number) {
	const { items } = layoutOf(instrument, variant, scope);
	const people = countedOnce(respondents);
	return {
		result: scoreAssessment(instrument, { variant, scope, mode: 'team', respondents, consensus }),
		intervals: spreadIntervals(instrument, { variant, scope, respondents }, mulberry32(seed)),
		agenda: agendaOf(items.map((id) => ({ id, ratings: ratingsOfItem(people, id) })))
	};
}

const anyOrder = anyTeam(2, 12).chain((team) =>
	fc.tuple(fc.constant(team), fc.shuffledSubarray(team, { minLength: team.length }))
);

test('M2–M12: the order in which people answered changes no digit', () => {
	fc.assert(
		fc.property(anyExtent, anyOrder, anyConsensus, fc.nat(), (extent, [team, shuffled], consensus, seed) => {
			const about: AssessmentInput = { ...extent, mode: 'team', respondents: [], consensus };
			expect(everything(about, shuffled, seed)).toEqual(everything(about, team, seed));
		}),
		{ numRuns: 40 }
	);
});
