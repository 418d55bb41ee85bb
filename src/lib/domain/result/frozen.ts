/** M15: what closing an assessment stores, so that its results can be proven without the responses. */
import { z } from 'zod';
import { FrozenAgreement, FrozenItem, FrozenMean } from './frozen-item.ts';
import { Severity } from '#lib/domain/answering/hurdle.ts';
import { ImportanceCounts } from '#lib/domain/answering/importance.ts';
import { Variant, Version } from '#lib/domain/instrument/schema.ts';
import { DIMENSIONS } from '#lib/domain/instrument/instrument.ts';
import { MeetingReason } from '#lib/domain/meeting/meeting.ts';
import { Priority } from '#lib/domain/scoring/priorities.ts';
import { CriterionAnswer, Decision, ItemAnswer } from '#lib/domain/answering/rating-schema.ts';
import { AssessmentResult } from '#lib/domain/scoring/result.ts';
import { Robustness } from '#lib/domain/scoring/robustness.ts';

/** The version of the rules M1–M17; it changes with every change that can move a digit. */
export const METHOD_VERSION = '1.0.0';

/** By which questionnaire and which rules; `sha256` is that of the instrument's canonical JSON. */
const versions = {
	instrument: z.strictObject({ id: z.string(), version: Version, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
	method: Version,
	variant: Variant,
	scope: z.enum(DIMENSIONS).optional(),
	/** text behind every random number (M11, M14), never shown */
	seed: z.string()
};

const outcome = {
	result: AssessmentResult,
	priorities: z.array(Priority),
	robustness: Robustness.nullable()
};

export const SoloInputs = z.strictObject({
	items: z.record(z.string(), ItemAnswer),
	criteria: z.record(z.string(), CriterionAnswer)
});
export type SoloInputs = z.infer<typeof SoloInputs>;

export const FrozenCriterion = CriterionAnswer.omit({ importance: true }).extend({
	importance: ImportanceCounts.optional()
});

/** What a round was scored from: never single responses. */
export const TeamInputs = z.strictObject({
	/** how many responses were submitted */
	respondents: z.int().min(0),
	items: z.record(z.string(), FrozenItem),
	decisions: z.record(z.string(), z.strictObject({ decision: Decision, reason: z.string() })),
	criteria: z.record(z.string(), FrozenCriterion),
	/** M11, lower and upper end before consensus; they cannot be calculated again */
	intervals: z.partialRecord(z.enum(DIMENSIONS), z.tuple([z.number(), z.number()])),
	/** M13: by item what role groups said, where D12 lets them be shown */
	groups: z.record(z.string(), z.array(FrozenMean)).optional(),
	/** M12: why items stood on the agenda, in its order */
	agenda: z.record(z.string(), z.array(MeetingReason)).optional(),
	/** D12: hurdles that enough people named, in the order in which they are shown; missing in rounds closed before */
	hurdles: z.array(z.strictObject({ id: z.string(), named: z.int().min(1), severity: Severity })).optional()
});
export type TeamInputs = z.infer<typeof TeamInputs>;

export const FrozenSolo = z.strictObject({ mode: z.literal('solo'), ...versions, inputs: SoloInputs, ...outcome });
export type FrozenSolo = z.infer<typeof FrozenSolo>;

export const FrozenTeam = z.strictObject({
	mode: z.literal('team'),
	...versions,
	inputs: TeamInputs,
	...outcome,
	/** M12 by item */
	agreement: z.record(z.string(), FrozenAgreement)
});
export type FrozenTeam = z.infer<typeof FrozenTeam>;

export const Frozen = z.discriminatedUnion('mode', [FrozenSolo, FrozenTeam]);
export type Frozen = z.infer<typeof Frozen>;
