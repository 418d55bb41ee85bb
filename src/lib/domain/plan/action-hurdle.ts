/** Actions against what stands in the way of a municipality. */
import type { Action, ActionEntry } from './action.ts';
import { pick, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import { criterionIdOf } from '#lib/domain/answering/question.ts';

/**
 * The remedy that the instrument names, as an action. It names the criteria that the hurdle holds up, not their items,
 * so that the steps which a result suggests for these stay suggested.
 */
export function actionAgainst({ id, remedy, items }: Instrument['hurdles'][number], locale: Locale): ActionEntry {
	return {
		...{ title: pick(remedy, locale), items: [...new Set(items.map(criterionIdOf))], hurdles: [id] },
		...{ owner: '', dueOn: null, status: 'open', effort: null, effect: null, budgetProduct: '', notes: '' }
	};
}

/** The actions that are to clear a hurdle away, without those that have been dropped. */
export function actionsAgainst<A extends Pick<Action, 'hurdles' | 'status'>>(
	hurdle: string,
	actions: readonly A[]
): A[] {
	return actions.filter(({ hurdles, status }) => status !== 'dropped' && hurdles.includes(hurdle));
}
