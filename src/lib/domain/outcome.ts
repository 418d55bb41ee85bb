/** Everything that comes out of an assessment, live while it is open and frozen once it is closed (M15). */
import { frozenAgreement, frozenTally, type FrozenAgreement } from './frozen-item.ts';
import type { SoloInputs, TeamInputs } from './frozen.ts';
import { meanImportance, NEUTRAL_IMPORTANCE } from './importance.ts';
import { criteriaOf, type Instrument } from './instrument.ts';
import { prioritiesOf, type Priority, type PriorityInput } from './priorities.ts';
import { lacksReason } from './question.ts';
import { mulberry32, seedOf } from './random.ts';
import type { AssessmentResult } from './result.ts';
import { weightRobustness, type Robustness } from './robustness.ts';
import { scoreAssessment, scoreTallies, soloInput, type Extent } from './scoring.ts';

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
	const criteria = mapValues(inputs.criteria, ({ importance, target }): Weighed => ({
		importance: meanImportance(importance),
		target
	}));
	return {
		...outcomeOf(instrument, about, scoreTallies(instrument, about, tallies, consensus), criteria, sha256),
		agreement: mapValues(inputs.items, frozenAgreement)
	};
}

type Weighed = Pick<PriorityInput, 'importance' | 'target'>;

function outcomeOf(
	instrument: Instrument,
	about: Seeded,
	result: AssessmentResult,
	criteria: Readonly<Record<string, Weighed>>,
	sha256: Sha256
): Outcome {
	const unrated: Weighed = { importance: NEUTRAL_IMPORTANCE, target: undefined };
	const weighed = criteriaOf(instrument, about.scope).map(({ id }): PriorityInput => ({
		criterion: id,
		score: result.criteria[id]?.score ?? null,
		...(criteria[id] ?? unrated)
	}));
	const random = mulberry32(seedOf(sha256(about.seed)));
	return { result, priorities: prioritiesOf(weighed), robustness: weightRobustness(instrument, about, result, random) };
}

function mapValues<From, To>(record: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
