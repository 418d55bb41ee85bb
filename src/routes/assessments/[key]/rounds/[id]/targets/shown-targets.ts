/** What the form of targets shows of a closed round, in the page's language. */
import { targetDimensions, type TargetCriterion } from '#lib/components/result/target-criterion.ts';
import { resultView } from '#lib/domain/result/view.ts';
import { typedTarget } from '#lib/domain/result/target.ts';
import { teamSource } from '#lib/domain/result/team-result.ts';
import { frozenTargets } from '#lib/domain/result/team-targets.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { database } from '#lib/server/database.ts';
import { targetedRound } from '#lib/server/rounds/round-results.ts';
import { findFormerTargets } from '#lib/server/rounds/round-targets.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../../../check/instrument-of.ts';

/** While the round has no targets, those of an earlier one are suggested; nothing of it holds until it is saved. */
export function shownTargets(round: Round) {
	const { instrument } = requireInstrument(round);
	const targeted = targetedRound(database(), round, instrument);
	const view = resultView(teamSource(instrument, targeted), getLocale());
	const none = Object.keys(frozenTargets(targeted)).length === 0;
	const former = none ? findFormerTargets(database(), round) : undefined;
	const suggest = (criterion: TargetCriterion): TargetCriterion => {
		const target = former?.targets[criterion.id];
		if (!former || !target) return criterion;
		return { ...criterion, suggested: { ...typedTarget(target), title: former.title } };
	};
	return {
		levels: view.levels,
		dimensions: targetDimensions(view).map((one) => ({ ...one, criteria: one.criteria.map(suggest) }))
	};
}
