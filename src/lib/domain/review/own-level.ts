/** What a closed round says of each item, as a review lays it beside the consultant's level: never counts or means. */
import type { Level } from '#lib/domain/answering/rating.ts';
import type { FrozenTeam } from '#lib/domain/result/frozen.ts';
import { roundedLevel } from '#lib/domain/scoring/rounding.ts';

/** M7's rounded level, that the item does not apply, or null where the round has no value that may be shown (D12). */
export type OwnLevel = Level | 'notApplicable' | null;

export interface OwnItem {
	level: OwnLevel;
	/** the reason of the consensus meeting; empty where it decided nothing */
	reason: string;
}

export function ownItem({ result, inputs }: Pick<FrozenTeam, 'result' | 'inputs'>, item: string): OwnItem {
	const found = result.items[item];
	const reason = inputs.decisions[item]?.reason ?? '';
	if (found?.notApplicable) return { level: 'notApplicable', reason };
	const value = found?.value ?? null;
	return { level: value === null ? null : roundedLevel(value), reason };
}
