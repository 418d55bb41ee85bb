import { inOrder, isOverdue, type Action } from '#lib/domain/action.ts';
import type { Instrument, Locale } from '#lib/domain/instrument.ts';
import { criterionNames } from './plan-names.ts';

/** An action as table and board show it, in one language. */
export interface ListedAction extends Pick<Action, 'id' | 'title' | 'owner' | 'dueOn' | 'status' | 'revision'> {
	/** names of the criteria that it is about */
	about: string[];
	overdue: boolean;
}

/** Actions in the order in which they want looking at. */
export function listedActions(
	actions: readonly Action[],
	instrument: Instrument,
	locale: Locale,
	today: string
): ListedAction[] {
	return inOrder(actions).map((action) => {
		const { id, title, owner, dueOn, status, revision, items } = action;
		const about = criterionNames(instrument, items, locale);
		return { id, title, owner, dueOn, status, revision, about, overdue: isOverdue(action, today) };
	});
}
