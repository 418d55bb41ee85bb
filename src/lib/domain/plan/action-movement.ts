/** What has moved, between two closed rounds, of that which an action is to improve. */
import type { Action } from './action.ts';
import { breaksBetween, changeBetween, type Break } from '#lib/domain/result/series.ts';
import type { SeriesRound } from '#lib/domain/result/series-view.ts';

export interface Movement {
	/** titles of the two rounds */
	from: string;
	to: string;
	/** day on which the later one was closed */
	closedOn: string;
	breaks: Break[];
	/**
	 * M16: by id of a criterion or item of the later round, later minus earlier; null where nothing can be compared, or
	 * either has no result.
	 */
	changes: ReadonlyMap<string, number | null>;
}

/** @param same earlier id → later id */
export function movementBetween(earlier: SeriesRound, later: SeriesRound, same: ReadonlyMap<string, string>): Movement {
	const { criteria } = changeBetween(later.instrument, later, earlier.result, later.result, same);
	const former = new Map([...same].map(([was, id]) => [id, was]));
	const items = Object.entries(later.result.items).map(([id, { value }]) => {
		const before = earlier.result.items[former.get(id) ?? '']?.value ?? null;
		return [id, before === null || value === null ? null : value - before] as const;
	});
	return {
		...{ from: earlier.title, to: later.title, closedOn: later.closedOn },
		breaks: breaksBetween(earlier, later, same),
		changes: new Map([...Object.entries(criteria), ...items])
	};
}

/** The change of a criterion or item. */
export interface Moved {
	id: string;
	change: number | null;
}

/**
 * What has moved of that which the action names, in its order. Nothing where the action is younger than the later round,
 * so that nobody takes the change for its effect.
 */
export function movedFor({ items, createdOn }: Pick<Action, 'items' | 'createdOn'>, movement: Movement): Moved[] {
	if (createdOn >= movement.closedOn) return [];
	return items.flatMap((id) => {
		const change = movement.changes.get(id);
		return change === undefined ? [] : [{ id, change }];
	});
}
