/** Arbitrary assessments for property tests: some nearly complete, some so full of gaps that M3 and M4 fail. */
import fc from 'fast-check';
import { Variant } from '#lib/domain/instrument/schema.ts';
import { DIMENSIONS, itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { LEVELS, type Decision, type Level, type Rating } from '#lib/domain/answering/rating.ts';
import type { AssessmentInput, Extent } from '#lib/domain/scoring/scoring.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

export const { instrument } = currentInstrument();
const items = itemsOf(instrument, 'full').map(({ id }) => id);

export const anyLevel: fc.Arbitrary<Level> = fc.constantFrom(...LEVELS);

type Answer = Rating | undefined;

/** Answers of which so many in ten are no level. */
function answers(gapsInTen: number, gaps: fc.Arbitrary<Answer>): fc.Arbitrary<Answer> {
	return fc.oneof({ weight: 10 - gapsInTen, arbitrary: anyLevel }, { weight: gapsInTen, arbitrary: gaps });
}

/** So high that stages 4 and 5 come within reach. */
const highLevel = fc.constantFrom<Level>(4, 5, 5, 5);
const gap = fc.constantFrom<Answer>('unknown', 'notApplicable', undefined);
const anyAnswer = answers(1, gap);
const anyGappyAnswer = answers(4, gap);
const columnOf = (answer: fc.Arbitrary<Answer>) => fc.array(answer, { minLength: 20, maxLength: 20 });
/** What a whole team said about one item, longer than any team here. */
const anyColumn = fc.oneof(
	...[anyLevel, anyAnswer, anyGappyAnswer, answers(8, fc.constant('notApplicable')), answers(9, gap)].map(columnOf)
);

export const anyExtent: fc.Arbitrary<Extent> = fc.record({
	variant: fc.constantFrom(...Variant.options),
	scope: fc.constantFrom(undefined, ...DIMENSIONS)
});

const byItem = <Value>(values: readonly Value[]) =>
	Object.fromEntries(values.map((value, index) => [items[index], value]));
const perItem = <Value>(value: fc.Arbitrary<Value>) =>
	fc.array(value, { minLength: items.length, maxLength: items.length });

export const anyRatings: fc.Arbitrary<Record<string, Answer>> = fc
	.oneof(perItem(anyLevel), perItem(highLevel), perItem(anyAnswer), perItem(anyGappyAnswer))
	.map(byItem);

/** So many people; what they say differs more between items than between people. */
export function anyTeam(minimum: number, maximum: number): fc.Arbitrary<Respondent[]> {
	return fc
		.tuple(fc.integer({ min: minimum, max: maximum }), fc.oneof(perItem(anyColumn), perItem(columnOf(highLevel))))
		.map(([count, columns]) =>
			Array.from({ length: count }, (_, person) => ({
				id: `r${person}`,
				role: person % 2 === 0 ? 'staff' : 'council',
				ratings: byItem(columns.map((column) => column[person]))
			}))
		);
}

const anyDecision: fc.Arbitrary<Decision> = fc.oneof({ weight: 4, arbitrary: anyLevel }, fc.constant('notApplicable'));

export const anyConsensus: fc.Arbitrary<Record<string, Decision>> = fc.dictionary(
	fc.constantFrom(...items),
	anyDecision,
	{
		maxKeys: 12
	}
);

const anySolo: fc.Arbitrary<AssessmentInput> = fc.tuple(anyExtent, anyRatings).map(([extent, ratings]) => ({
	...extent,
	mode: 'solo',
	respondents: [{ id: 'solo', role: null, ratings }],
	consensus: {}
}));

const anyRound: fc.Arbitrary<AssessmentInput> = fc
	.tuple(anyExtent, anyTeam(0, 12), anyConsensus, fc.subarray(items, { maxLength: 4 }))
	.map(([extent, respondents, consensus, masked]) => ({
		...extent,
		mode: 'team',
		respondents,
		consensus,
		masked: new Set(masked)
	}));

/** A solo check, or a round with some decisions and some masked items. */
export const anyAssessment: fc.Arbitrary<AssessmentInput> = fc.oneof(anySolo, anyRound);
