/** What was answered to an item, in words. */
import type { ItemView } from '#lib/domain/result/view-dimension.ts';
import * as m from '#lib/paraglide/messages.js';

const STATES = {
	unknown: m.result_answer_unknown,
	notApplicable: m.result_answer_notApplicable,
	withoutReason: m.result_answer_notApplicable,
	open: m.result_answer_open
};

/** @param levels names of the levels; index 0 is 1 */
export function answerText({ state, level }: ItemView, levels: readonly string[]): string {
	if (level !== undefined) return m.result_answer_level({ level, name: levels[level - 1] ?? '' });
	return state === 'level' || state === 'toBeConfirmed' ? '' : STATES[state]();
}

/** Why an answer does not count yet; undefined where it does, or where there is none. */
export function cautionText({ state }: ItemView): string | undefined {
	if (state === 'toBeConfirmed') return m.result_answer_toBeConfirmed();
	return state === 'withoutReason' ? m.result_answer_withoutReason() : undefined;
}
