/** What the meeting shows, in words. */
import { formatScore } from '#lib/components/format.ts';
import type { AgreementWord } from '#lib/domain/scoring/agreement.ts';
import type { MeetingReason, Settlement } from '#lib/domain/meeting/meeting.ts';
import { roundedLevel } from '#lib/domain/scoring/rounding.ts';
import { OTHERS } from '#lib/domain/round/team-groups.ts';
import { isTooFew, type TeamItem } from '#lib/domain/round/team-item.ts';
import * as m from '#lib/paraglide/messages.js';

const REASONS: Record<MeetingReason, () => string> = {
	agreement: m.meeting_reason_agreement,
	range: m.meeting_reason_range,
	unknown: m.meeting_reason_unknown,
	notApplicable: m.meeting_reason_notApplicable,
	tooFew: m.meeting_reason_tooFew,
	notTold: m.meeting_reason_notTold
};

export function reasonText(reason: MeetingReason): string {
	return REASONS[reason]();
}

const AGREEMENTS: Record<AgreementWord, () => string> = {
	strong: m.meeting_agreement_strong,
	moderate: m.meeting_agreement_moderate,
	weak: m.meeting_agreement_weak
};

export function agreementText(word: AgreementWord): string {
	return AGREEMENTS[word]();
}

/** "3 Geregelt", "trifft nicht zu", "Mittelwert bleibt". @param levels names of the levels; index 0 is 1 */
export function settlementText(settlement: Settlement, levels: readonly string[]): string {
	if (settlement === 'accepted') return m.meeting_accepted();
	if (settlement === 'notApplicable') return m.meeting_notApplicable();
	return `${settlement} ${levels[settlement - 1] ?? ''}`;
}

/** The mean with the level it rounds to, or that too few gave a level. */
export function meanText({ mean }: TeamItem, levels: readonly string[]): string {
	if (isTooFew(mean)) return m.meeting_mean_withheld();
	const level = roundedLevel(mean);
	return m.meeting_mean({ mean: formatScore(mean), level, name: levels[level - 1] ?? '' });
}

/** @param roles names of the roles by id */
export function groupText(group: string, roles: Readonly<Record<string, string>>): string {
	return group === OTHERS ? m.meeting_group_others() : (roles[group] ?? group);
}
