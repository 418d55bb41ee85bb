import type { Moved } from '#lib/domain/plan/action-movement.ts';
import * as m from '#lib/paraglide/messages.js';
import { changeText } from '../series/series-words.ts';

/** "+1,0", or that it cannot be compared. */
export function changeOrNone(change: number | null): string {
	return change === null ? m.plan_moved_none() : changeText(change);
}

/** "D1.1 +1,0" */
export function movedText({ id, change }: Moved): string {
	return `${id} ${changeOrNone(change)}`;
}
