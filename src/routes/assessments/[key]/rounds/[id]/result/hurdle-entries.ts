/** What stood in the way by a closed round, in words. */
import * as m from '#lib/paraglide/messages.js';
import type { Round } from '#lib/server/rounds/rounds.ts';
import type { NamedHurdle } from '../../../plan/named-hurdles.ts';

export interface HurdleEntries {
	/** what the list holds, and what not */
	lead: string;
	/** `count`: how many named it, and how much it slows things */
	entries: { id: string; name: string; count: string; remedy: string }[];
}

/** D12: in the order of `hurdles`; undefined where none is shown. */
export function hurdleEntries(
	hurdles: readonly NamedHurdle[],
	{ title, mode }: Pick<Round, 'title' | 'mode'>
): HurdleEntries | undefined {
	if (hurdles.length === 0) return undefined;
	const open = mode === 'open';
	return {
		lead: m.plan_hurdles_lead({ round: title }) + (open ? '' : ` ${m.plan_hurdles_minimum()}`),
		entries: hurdles.map(({ id, name, remedy, named: count, severity }) => ({
			...{ id, name, remedy },
			count: open ? m.plan_hurdle_named({ count, severity }) : m.plan_hurdle_named_least({ count, severity })
		}))
	};
}
