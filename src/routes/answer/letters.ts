/** The letters to people who are invited to a round: in German, with the same in short in English below. */
import { ORIGIN } from '$app/env/private';
import { formatDay } from '#lib/components/format.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import { toldMinutes } from '#lib/domain/instrument/reading-time.ts';
import * as m from '#lib/paraglide/messages.js';
import type { InvitationFacts, WriteInvitation } from '#lib/server/rounds/invitation-mail.ts';
import { askingOfRole } from './require-answering.ts';

/** The same text for everyone of a role; whoever has answered already is told that nothing is to be done. */
export const invitationLetter: WriteInvitation = (facts) => {
	const { round, reminder } = facts;
	const name = round.profile.municipality?.name ?? '';
	const subject = reminder ? m.invite_letter_reminder_subject : m.invite_letter_subject;
	return {
		subject: subject({ name, title: round.title }, { locale: 'de' }),
		text: [...body(facts, name, 'de'), '– English –', ...body(facts, name, 'en'), sender()].join('\n\n') + '\n'
	};
};

function body({ round, criteria, link, reminder }: InvitationFacts, name: string, locale: Locale): string[] {
	const day = formatDay(round.collectUntil ?? '', locale);
	const minutes = toldMinutes(askingOfRole(round, criteria).criteria, round.variant, locale);
	const inLocale = { locale };
	return [
		reminder ? m.invite_letter_reminder({ name, day }, inLocale) : m.invite_letter({ name }, inLocale),
		m.invite_letter_how({ minutes, day }, inLocale),
		`${ORIGIN}/answer/${link}`,
		round.mode === 'open' ? m.invite_letter_open({}, inLocale) : m.invite_letter_confidential({}, inLocale)
	];
}

function sender(): string {
	return m.invite_letter_sender({ origin: ORIGIN }, { locale: 'de' });
}
