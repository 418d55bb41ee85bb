import type { Group } from '#lib/domain/disclosure/group.ts';

/** What surrounds a comparison, in words that the server has chosen. */
export interface ComparisonTexts {
	/** the own groups to choose from, where there are several */
	choice?: { label: string; button: string; groups: { group: Group; name: string }[] };
	/** medians over releases, where there are several; the first column names the release */
	series?: { caption: string; lead: string; head: string[]; rows: string[][] };
}
