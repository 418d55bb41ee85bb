/** What the page of an action shows, in the page's language. */
import { typedFromAction } from '#lib/domain/plan/action-form.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { findAction, findStatusChanges } from '#lib/server/rounds/actions.ts';
import { database } from '#lib/server/database.ts';
import { criterionNames, hurdleChoices, hurdleNames, planChoices } from '../plan-names.ts';
import { movementOf } from './action-moved.ts';

/**
 * Undefined where the municipality has no such action.
 * @param key of the municipality @param organises whether the reader may change the plan
 */
export function actionView(key: string, id: string, organises: boolean) {
	const action = findAction(database(), key, id);
	if (!action) return undefined;
	const { instrument } = currentInstrument();
	const locale = getLocale();
	return {
		action,
		organises,
		about: criterionNames(instrument, action.items, locale),
		against: hurdleNames(instrument, action.hurdles, locale),
		movement: movementOf(action, key, locale),
		history: findStatusChanges(database(), action),
		entry: typedFromAction(action),
		choices: organises ? planChoices(instrument, locale) : [],
		hurdles: organises ? hurdleChoices(instrument, locale) : []
	};
}
