/** What has just come on a screen, in one sentence for those who do not see it. */
import { settlementText } from '#lib/components/meeting/meeting-words.ts';
import type { ScreenView } from '#lib/domain/meeting/screen.ts';
import * as m from '#lib/paraglide/messages.js';

export function screenNews({ item, vote, levels }: ScreenView): string {
	if (!item) return m.screen_waiting();
	if (item.settlement !== null) return m.meeting_decided({ decision: settlementText(item.settlement, levels) });
	if (vote?.open) return `${item.statement}. ${m.screen_vote_open()}`;
	return vote ? m.screen_vote_ended() : item.statement;
}
