import { movedFor } from '#lib/domain/plan/action-movement.ts';
import type { Action } from '#lib/domain/plan/action.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import type { Break } from '#lib/domain/result/series.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { lastMovement } from '../../series/closed-series.ts';
import { planChoices } from '../plan-names.ts';

export interface ActionMoved {
	from: string;
	to: string;
	breaks: Break[];
	/** by criterion or item, in the order of the action */
	rows: { id: string; name: string; change: number | null }[];
}

/** M16: what has moved of that which an action names, in one language; undefined where nothing can be told. */
export function movementOf(action: Action, key: string, locale: Locale): ActionMoved | undefined {
	const movement = action.items.length > 0 ? lastMovement(key) : undefined;
	const moved = movement && movedFor(action, movement);
	if (!movement || !moved || moved.length === 0) return undefined;
	const criteria = planChoices(currentInstrument().instrument, locale).flatMap((dimension) => dimension.criteria);
	const names = new Map(
		criteria.flatMap(({ id, name, items }) => [{ id, name }, ...items]).map((one) => [one.id, one.name])
	);
	const { from, to, breaks } = movement;
	return { from, to, breaks, rows: moved.map(({ id, change }) => ({ id, change, name: names.get(id) ?? '' })) };
}
