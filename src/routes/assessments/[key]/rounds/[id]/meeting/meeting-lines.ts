/** The items of a meeting in one language, as lists show them. */
import { criteriaOf, itemsOf, pick, type Instrument, type Locale } from '#lib/domain/instrument/instrument.ts';
import type { MeetingItem, MeetingReason, Settlement } from '#lib/domain/meeting/meeting.ts';
import { criterionIdOf } from '#lib/domain/answering/question.ts';
import type { TeamItem } from '#lib/domain/round/team-item.ts';

export interface MeetingLine {
	id: string;
	criterion: string;
	statement: string;
	reasons: MeetingReason[];
	seen: TeamItem;
	settlement: Settlement | null;
	reason: string;
	dissent: string;
}

type Stored = Pick<MeetingLine, 'settlement' | 'reason' | 'dissent'>;

/** @param stored what was settled, by item */
export function meetingLines(
	instrument: Instrument,
	items: readonly MeetingItem[],
	stored: ReadonlyMap<string, Stored>,
	locale: Locale
): MeetingLine[] {
	const statements = new Map(itemsOf(instrument, 'full').map(({ id, statement }) => [id, pick(statement, locale)]));
	const criteria = new Map(criteriaOf(instrument).map(({ id, name }) => [id, pick(name, locale)]));
	return items.map(({ item, reasons, seen }) => {
		const { settlement, reason, dissent } = stored.get(item) ?? { settlement: null, reason: '', dissent: '' };
		return {
			...{ id: item, reasons, seen, settlement, reason, dissent },
			criterion: criteria.get(criterionIdOf(item)) ?? '',
			statement: statements.get(item) ?? ''
		};
	});
}
