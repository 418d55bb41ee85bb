/** What a closed round knows of each item, in words. */
import type { Instrument, Locale } from '#lib/domain/instrument/instrument.ts';
import type { TeamResultItem } from '#lib/domain/result/team-result.ts';
import * as m from '#lib/paraglide/messages.js';
import { meetingLines } from '../meeting/meeting-lines.ts';
import { minutesEntry } from '../minutes/minutes-words.ts';

export interface ItemEntry {
	id: string;
	criterion: string;
	statement: string;
	/** what the meeting settled */
	decision: string;
	/** its reason, and what was answered before */
	paragraphs: string[];
}

/** In the order of `items`; why an item was talked about stands in the minutes. */
export function itemEntries(
	instrument: Instrument,
	items: readonly TeamResultItem[],
	{ levels, roles }: { levels: readonly string[]; roles: Readonly<Record<string, string>> },
	locale: Locale
): ItemEntry[] {
	const told = items.map((one) => ({ ...one, reasons: [] }));
	const settled = new Map(
		items.map(({ item, settlement, reason }) => [item, { settlement, reason, dissent: '' }] as const)
	);
	return meetingLines(instrument, told, settled, locale).map((line) => {
		const { id, criterion, statement } = line;
		const { decision, paragraphs, counts } = minutesEntry(line, levels, roles);
		const distribution = counts?.map((count, index) => m.minutes_level_count({ level: index + 1, count })).join(' · ');
		return {
			...{ id, criterion, statement, decision },
			paragraphs: [...paragraphs, ...(distribution ? [m.minutes_distribution({ text: distribution })] : [])]
		};
	});
}
