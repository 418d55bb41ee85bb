/** The minutes in words, for the page and for the file. */
import { formatDay, formatList, formatScore } from '#lib/components/format.ts';
import {
	agreementText,
	groupText,
	meanText,
	reasonText,
	settlementText
} from '#lib/components/meeting/meeting-words.ts';
import { pick, type Instrument } from '#lib/domain/instrument/instrument.ts';
import type { Minutes, MinutesEntry } from '#lib/domain/meeting/minutes.ts';
import { isTooFew } from '#lib/domain/round/team-item.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { MeetingLine } from '../meeting/meeting-lines.ts';
import type { MinutesData } from './minutes-of.ts';

/** @param levels names of the levels; index 0 is 1 @param roles names of the roles by id */
export function minutesEntry(
	line: MeetingLine,
	levels: readonly string[],
	roles: Readonly<Record<string, string>>
): MinutesEntry {
	const { id, criterion, statement, seen, settlement, reason, dissent, reasons } = line;
	const settled = settlement === null ? m.minutes_open() : settlementText(settlement, levels);
	const decision = settlement === 'accepted' && isTooFew(seen.mean) ? m.meeting_without() : settled;
	return {
		heading: `${id} ${criterion}: ${statement}`,
		decision: `${m.meeting_decision()}: ${decision}`,
		paragraphs: [
			...(settlement !== null && settlement !== 'accepted' && reason ? [m.meeting_reason({ text: reason })] : []),
			...(settlement !== null && dissent ? [m.meeting_dissent_was({ text: dissent })] : []),
			[meanText(seen, levels), ...(seen.agreement ? [agreementText(seen.agreement)] : [])].join(' · '),
			...seen.groups.map(({ group, mean, levels: n }) =>
				m.meeting_group({ group: groupText(group, roles), mean: formatScore(mean), n })
			),
			...(reasons.length > 0 ? [m.meeting_why({ reasons: reasons.map(reasonText).join('; ') })] : []),
			...(seen.counts ? [m.meeting_counts(seen.counts)] : [])
		],
		...(!isTooFew(seen.distribution) && { counts: seen.distribution })
	};
}

/** Whether the round has been closed, and when. */
export function minutesState({ closedOn }: Pick<MinutesData, 'closedOn'>): string {
	return closedOn ? m.minutes_closed({ day: formatDay(closedOn) }) : m.minutes_provisional();
}

export function minutesFacts({ leaders, attendance, mode }: MinutesData): [key: string, value: string][] {
	return [
		[m.minutes_leaders(), formatList(leaders)],
		[m.meeting_attendance(), attendance || m.meeting_attendance_none()],
		[m.minutes_mode(), mode === 'open' ? m.minutes_mode_open() : m.minutes_mode_confidential()]
	];
}

/** Agenda first, then the other items; a part without items is left out. */
export function minutesParts({ agenda, others }: MinutesData): { id: string; title: string; lines: MeetingLine[] }[] {
	return [
		{ id: 'agenda', title: m.meeting_agenda({ n: agenda.length }), lines: agenda },
		{ id: 'others', title: m.meeting_others({ n: others.length }), lines: others }
	].filter(({ lines }) => lines.length > 0);
}

/** The whole as a document. */
export function minutesInWords(data: MinutesData, instrument: Instrument): Minutes {
	const { name, title, levels, roles } = data;
	return {
		language: getLocale(),
		title: m.minutes_title(),
		subtitle: `${name} · ${title}`,
		state: minutesState(data),
		facts: minutesFacts(data),
		parts: minutesParts(data).map((part) => ({
			title: part.title,
			entries: part.lines.map((line) => minutesEntry(line, levels, roles))
		})),
		levels: levels.map((level, index) => `${index + 1} ${level}`),
		signatures: [m.minutes_signed_chair(), m.minutes_signed_writer()],
		source: `Standort 2030 · ${pick(instrument.title, getLocale())} ${instrument.version}`
	};
}
