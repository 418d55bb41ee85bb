/** What a closed round still knows of its meeting, when its responses are long gone (M15, D16). */
import { agreementWord } from '#lib/domain/scoring/agreement.ts';
import { frozenAgreement, listLevels, type FrozenItem } from './frozen-item.ts';
import type { TeamInputs } from './frozen.ts';
import type { MeetingItem } from '#lib/domain/meeting/meeting.ts';
import type { GroupMean } from '#lib/domain/round/team-groups.ts';
import { TOO_FEW, type TeamItem } from '#lib/domain/round/team-item.ts';

/** The items as the meeting had them: first its agenda, then the others in instrument order. */
export function frozenMeeting({ items, groups = {}, agenda = {} }: TeamInputs): MeetingItem[] {
	const others = Object.keys(items).filter((item) => !agenda[item]);
	return [...Object.keys(agenda), ...others].map((item) => ({
		item,
		reasons: agenda[item] ?? [],
		seen: frozenSeen(items[item] ?? { applies: true }, groups[item] ?? [])
	}));
}

/** D12: what may be seen of an item; nothing else was frozen. */
export function frozenSeen(item: FrozenItem, groups: GroupMean[]): TeamItem {
	if ('levels' in item) return countedSeen(item, groups);
	if (!('sum' in item)) return { mean: TOO_FEW, distribution: TOO_FEW, groups: [] };
	const { word: agreement } = frozenAgreement(item);
	return { mean: item.sum / item.count, ...(agreement && { agreement }), distribution: TOO_FEW, groups };
}

function countedSeen(item: Extract<FrozenItem, { levels: unknown }>, groups: GroupMean[]): TeamItem {
	const levels = listLevels(item.levels);
	if (levels.length === 0) return { mean: TOO_FEW, distribution: TOO_FEW, groups: [] };
	const agreement = agreementWord(levels);
	return {
		mean: levels.reduce((sum: number, level) => sum + level, 0) / levels.length,
		...(agreement && { agreement }),
		distribution: [...item.levels],
		counts: { ...item, levels: levels.length },
		groups
	};
}
