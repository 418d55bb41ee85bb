/** Everything that comes out of an assessment, live while it is open and frozen once it is closed (M15). */
import { frozenAgreement, frozenTally, type FrozenAgreement } from './frozen-item.ts';
import type { SoloInputs, TeamInputs } from './frozen.ts';
import { meanImportance, NEUTRAL_IMPORTANCE } from '#lib/domain/answering/importance.ts';
import { criteriaOf, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { prioritiesOf, type Priority, type PriorityInput } from '#lib/domain/scoring/priorities.ts';
import { lacksReason } from '#lib/domain/answering/question.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import type { AssessmentResult } from '#lib/domain/scoring/result.ts';
import { weightRobustness, type Robustness } from '#lib/domain/scoring/robustness.ts';
import { scoreAssessment, scoreTallies, soloInput, type Extent } from '#lib/domain/scoring/scoring.ts';

/** The SHA-256 of a text as UTF-8, in hexadecimal. */
export type Sha256 = (text: string) => string;

/** What is assessed, and the text behind its random numbers. */
export interface Seeded extends Extent {
	seed: string;
}

export interface Outcome {
	result: AssessmentResult;
	/** M9 */
	priorities: Priority[];
	/** M14 */
	robustness: Robustness | null;
}

/** The outcome of a solo check. */
export function soloOutcome(instrument: Instrument, about: Seeded, inputs: SoloInputs, sha256: Sha256): Outcome {
	const ratings = mapValues(inputs.items, (answer) => (lacksReason(answer) ? undefined : answer.rating));
	const criteria = mapValues(inputs.criteria, ({ importance, target }): Weighed => ({
		importance: importance ?? NEUTRAL_IMPORTANCE,
		target
	}));
	return outcomeOf(instrument, about, scoreAssessment(instrument, soloInput(about, ratings)), criteria, sha256);
}

/** The outcome of a round, with the agreement on each item (M12). */
export function teamOutcome(
	instrument: Instrument,
	about: Seeded,
	inputs: TeamInputs,
	sha256: Sha256
): Outcome & { agreement: Record<string, FrozenAgreement> } {
	const tallies = mapValues(inputs.items, frozenTally);
	const consensus = mapValues(inputs.decisions, ({ decision }) => decision);
	const result = scoreTallies(instrument, about, tallies, consensus);
	return {
		...outcomeOf(instrument, about, result, teamWeights(inputs), sha256),
		agreement: mapValues(inputs.items, frozenAgreement)
	};
}

/** M9: the priorities of a round, whose targets may be others by now. */
export function teamPriorities(
	instrument: Instrument,
	{ scope }: Pick<Extent, 'scope'>,
	result: AssessmentResult,
	inputs: Pick<TeamInputs, 'criteria'>
): Priority[] {
	return weigh(instrument, scope, result, teamWeights(inputs));
}

function teamWeights({ criteria }: Pick<TeamInputs, 'criteria'>): Record<string, Weighed> {
	return mapValues(criteria, ({ importance, target }): Weighed => ({ importance: meanImportance(importance), target }));
}

type Weighed = Pick<PriorityInput, 'importance' | 'target'>;

function weigh(
	instrument: Instrument,
	scope: Extent['scope'],
	result: AssessmentResult,
	criteria: Readonly<Record<string, Weighed>>
): Priority[] {
	const unrated: Weighed = { importance: NEUTRAL_IMPORTANCE, target: undefined };
	return prioritiesOf(
		criteriaOf(instrument, scope).map(({ id }) => ({
			criterion: id,
			score: result.criteria[id]?.score ?? null,
			...(criteria[id] ?? unrated)
		}))
	);
}

function outcomeOf(
	instrument: Instrument,
	about: Seeded,
	result: AssessmentResult,
	criteria: Readonly<Record<string, Weighed>>,
	sha256: Sha256
): Outcome {
	const random = mulberry32(seedOf(sha256(about.seed)));
	return {
		result,
		priorities: weigh(instrument, about.scope, result, criteria),
		robustness: weightRobustness(instrument, about, result, random)
	};
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
