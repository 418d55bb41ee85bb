import { movedFor, type Moved, type Movement } from '#lib/domain/plan/action-movement.ts';
import { inOrder, isOverdue, type Action } from '#lib/domain/plan/action.ts';
import type { Instrument, Locale } from '#lib/domain/instrument/instrument.ts';
import { criterionNames } from './plan-names.ts';

/** An action as table and board show it, in one language. */
export interface ListedAction extends Pick<Action, 'id' | 'title' | 'owner' | 'dueOn' | 'status' | 'revision'> {
	/** names of the criteria that it is about */
	about: string[];
	overdue: boolean;
	/** M16: between the last two rounds */
	moved: Moved[];
}

/** Actions in the order in which they want looking at. */
export function listedActions(
	actions: readonly Action[],
	instrument: Instrument,
	locale: Locale,
	{ today, movement }: { today: string; movement: Movement | undefined }
): ListedAction[] {
	return inOrder(actions).map((action) => {
		const { id, title, owner, dueOn, status, revision, items } = action;
		const about = criterionNames(instrument, items, locale);
		const moved = movement ? movedFor(action, movement) : [];
		return { id, title, owner, dueOn, status, revision, about, moved, overdue: isOverdue(action, today) };
	});
}
