/** M9: targets of a closed round. They are decisions about the years to come, so they change while its result stands. */
import { answersById, type Answers } from '#lib/domain/answering/answering.ts';
import type { FrozenTeam } from './frozen.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { teamPriorities } from './outcome.ts';
import type { Level } from '#lib/domain/answering/rating.ts';
import type { Target } from './target.ts';

/** By criterion; one that is not there has none. */
export type Targets = Readonly<Record<string, { target: Level; targetYear: number }>>;

/** What a posted target comes to: a level with its year, or undefined for none. */
export function wholeTarget({ target, targetYear }: Target): Targets[string] | undefined {
	return target === undefined || targetYear === undefined ? undefined : { target, targetYear };
}

/** Those that were frozen with it (M15). */
export function frozenTargets({ inputs }: FrozenTeam): Targets {
	return Object.fromEntries(
		Object.entries(inputs.criteria).flatMap(([id, criterion]) => {
			const whole = wholeTarget(criterion);
			return whole ? [[id, whole]] : [];
		})
	);
}

/** The round with these targets in place of its own, and its priorities by them. Scores and stages stay as frozen. */
export function withTargets(instrument: Instrument, frozen: FrozenTeam, targets: Targets): FrozenTeam {
	const { inputs, result } = frozen;
	const ids = new Set([...Object.keys(inputs.criteria), ...Object.keys(targets)]);
	const criteria = Object.fromEntries(
		[...ids].map((id) => {
			const importance = inputs.criteria[id]?.importance;
			return [id, { ...(importance && { importance }), ...targets[id] }];
		})
	);
	const priorities = teamPriorities(instrument, frozen, result, { criteria });
	return { ...frozen, inputs: { ...inputs, criteria }, priorities };
}

/** As a posted form is compared with them. */
export function targetAnswers(targets: Targets): Answers {
	return answersById(
		Object.entries(targets).map(([questionId, value]) => ({ questionId, value, revision: 1, toBeConfirmed: false }))
	);
}
