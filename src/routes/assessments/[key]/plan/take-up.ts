/** What the last closed round suggests, taken over into the plan. */
import { actionAgainst, actionsAgainst } from '#lib/domain/plan/action-hurdle.ts';
import { actionFrom, actionsOn } from '#lib/domain/plan/action-suggestion.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { takeUp, type PlanDeed } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { findLastClosed } from '#lib/server/rounds/rounds.ts';
import { requireInstrument } from '../../../check/instrument-of.ts';
import { namedHurdles } from './named-hurdles.ts';
import { suggestedSteps } from './suggestions.ts';

/** Takes the step over that the round suggests for an item; resolves with the action's id, empty where there is none. */
export async function takeStep(item: string, deed: PlanDeed, locale: Locale): Promise<string> {
	const round = findLastClosed(database(), deed.key);
	const step = round && suggestedSteps(round, [], locale).steps.find((one) => one.item === item);
	if (!step) return '';
	return takeUp(database(), actionFrom(step), (actions) => actionsOn(item, actions), deed);
}

/** Takes the remedy of a hurdle up that the round shows; resolves like `takeStep`. */
export async function tackle(id: string, deed: PlanDeed, locale: Locale): Promise<string> {
	const round = findLastClosed(database(), deed.key);
	if (!round || !namedHurdles(round, [], locale).some((one) => one.id === id)) return '';
	const hurdle = requireInstrument(round).instrument.hurdles.find((one) => one.id === id);
	if (!hurdle) return '';
	return takeUp(database(), actionAgainst(hurdle, locale), (actions) => actionsAgainst(id, actions), deed);
}
