import type { Action } from '#lib/domain/plan/action.ts';
import { suggestionsOf, type Suggestion } from '#lib/domain/plan/action-suggestion.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { resultView } from '#lib/domain/result/view.ts';
import { teamSource } from '#lib/domain/result/team-result.ts';
import { database } from '#lib/server/database.ts';
import { targetedRound } from '#lib/server/rounds/round-results.ts';
import type { Round } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';

export interface Suggested {
	round: string;
	closedOn: string;
	steps: Suggestion[];
}

/** What a closed round suggests beyond the plan. */
export function suggestedSteps(round: Round, actions: readonly Action[], locale: Locale): Suggested {
	const { instrument } = requireInstrument(round);
	const source = teamSource(instrument, targetedRound(database(), round, instrument));
	const steps = suggestionsOf(resultView(source, locale), actions);
	return { round: round.title, closedOn: round.closedOn ?? round.createdOn, steps };
}
