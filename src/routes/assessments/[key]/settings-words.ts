/** What is wrong with a field of the settings, in words. */
import { formatDay } from '#lib/components/format.ts';
import type { SettingsField } from '#lib/domain/round/form.ts';
import { LEADER_MAXIMUM, REMINDERS_MAXIMUM, TITLE_MAXIMUM } from '#lib/domain/round/limits.ts';
import * as m from '#lib/paraglide/messages.js';

/** @param lastDay the last day on which collecting that begins today may end (D16) */
export function settingsErrors(wrong: readonly SettingsField[], lastDay: string) {
	const words: Record<SettingsField, () => string> = {
		title: () => m.round_error_title({ most: TITLE_MAXIMUM }),
		extent: m.check_new_error_extent,
		mode: m.round_error_mode,
		collectUntil: () => m.round_error_deadline({ day: formatDay(lastDay) }),
		leaders: () => m.round_error_leaders({ most: LEADER_MAXIMUM }),
		resultForRespondents: m.check_new_error,
		remindersMost: () => m.round_error_reminders({ most: REMINDERS_MAXIMUM })
	};
	return wrong.map((field) => ({ field, text: words[field]() }));
}
