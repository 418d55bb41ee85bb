import type { Action } from '#lib/domain/action.ts';
import { suggestionsOf, type Suggestion } from '#lib/domain/action-suggestion.ts';
import type { Locale } from '#lib/domain/instrument.ts';
import { resultView } from '#lib/domain/result-view.ts';
import { teamSource } from '#lib/domain/team-result.ts';
import { database } from '#lib/server/database.ts';
import { targetedRound } from '#lib/server/round-results.ts';
import { findLastClosed } from '#lib/server/rounds.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';

export interface Suggested {
	round: string;
	closedOn: string;
	steps: Suggestion[];
}

/** What the last closed round of a municipality suggests beyond its plan; undefined where none has been closed. */
export function suggestedSteps(key: string, actions: readonly Action[], locale: Locale): Suggested | undefined {
	const round = findLastClosed(database(), key);
	if (!round) return undefined;
	const { instrument } = requireInstrument(round);
	const source = teamSource(instrument, targetedRound(database(), round, instrument));
	const steps = suggestionsOf(resultView(source, locale), actions);
	return { round: round.title, closedOn: round.closedOn ?? round.createdOn, steps };
}
