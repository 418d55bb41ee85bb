/** One item of the minutes in words, for the page and for the file. */
import { formatScore } from '#lib/components/format.ts';
import { isTooFew } from '#lib/domain/team-item.ts';
import * as m from '#lib/paraglide/messages.js';
import type { MeetingLine } from '../meeting/meeting-lines.ts';
import {
	agreementText,
	groupText,
	meanText,
	reasonText,
	settlementText
} from '#lib/components/meeting/meeting-words.ts';

/** @param levels names of the levels; index 0 is 1 @param roles names of the roles by id */
export function minutesParts(
	line: MeetingLine,
	levels: readonly string[],
	roles: Readonly<Record<string, string>>
): { decision: string; parts: string[] } {
	const { seen, settlement, reason, dissent, reasons } = line;
	const settled = settlement === null ? m.minutes_open() : settlementText(settlement, levels);
	return {
		decision: settlement === 'accepted' && isTooFew(seen.mean) ? m.meeting_without() : settled,
		parts: [
			...(settlement !== null && settlement !== 'accepted' && reason ? [m.meeting_reason({ text: reason })] : []),
			...(settlement !== null && dissent ? [m.meeting_dissent_was({ text: dissent })] : []),
			[meanText(seen, levels), ...(seen.agreement ? [agreementText(seen.agreement)] : [])].join(' · '),
			...(isTooFew(seen.distribution) ? [] : [m.minutes_distribution({ text: countsText(seen.distribution) })]),
			...(seen.counts ? [m.meeting_counts(seen.counts)] : []),
			...seen.groups.map(({ group, mean, levels: n }) =>
				m.meeting_group({ group: groupText(group, roles), mean: formatScore(mean), n })
			),
			...(reasons.length > 0 ? [m.meeting_why({ reasons: reasons.map(reasonText).join('; ') })] : [])
		]
	};
}

function countsText(distribution: readonly number[]): string {
	return distribution.map((count, index) => m.minutes_level_count({ level: index + 1, count })).join(' · ');
}
