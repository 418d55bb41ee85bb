/** The letters about contacts: in German, with the same in short in English below. What others wrote is quoted once. */
import { ORIGIN } from '$app/env/private';
import { quoted } from '#lib/domain/contact/message.ts';
import type { Locale } from '#lib/domain/instrument/instrument.ts';
import * as m from '#lib/paraglide/messages.js';
import type { MessageFacts, ReplyFacts, WriteContactLetter } from '#lib/server/contacts/contact-mail.ts';
import { criterionName } from './criterion-name.ts';

const DE = { locale: 'de' } as const;

export const contactLetter: WriteContactLetter = (facts) => {
	const [german, english] = facts.kind === 'message' ? both(facts, ofMessage) : both(facts, ofReply);
	const text = [...german, '– English –', ...english, m.message_letter_sender({ origin: ORIGIN }, DE)];
	return { subject: subjectOf(facts), text: `${text.join('\n\n')}\n` };
};

function subjectOf(facts: MessageFacts | ReplyFacts): string {
	if (facts.kind === 'message')
		return m.message_letter_subject({ from: facts.from, criterion: facts.place.criterion }, DE);
	return m.message_letter_reply_subject(facts, DE);
}

type Parts<Facts> = (facts: Facts, locale: Locale, text: string[]) => string[];

/** Both languages; the quoted text stands in the first alone. */
function both<Facts extends { text?: string; answer?: string | undefined }>(facts: Facts, parts: Parts<Facts>) {
	const text = facts.text ?? facts.answer;
	return [parts(facts, 'de', text === undefined ? [] : [quoted(text)]), parts(facts, 'en', [])] as const;
}

const ofMessage: Parts<MessageFacts> = ({ from, place, id }, locale, text) => [
	m.message_letter({ from, criterion: criterionName(place.criterion, locale) }, { locale }),
	...text,
	m.message_letter_how({}, { locale }),
	`${ORIGIN}/assessments/${place.key}/contacts/received/${id}`,
	m.message_letter_address({}, { locale })
];

const ofReply: Parts<ReplyFacts> = ({ key, to, criterion, state, address }, locale, text) => {
	const words = state === 'answered' ? m.message_letter_answered : m.message_letter_declined;
	return [
		words({ to, criterion: criterionName(criterion, locale) }, { locale }),
		...text,
		...(address === undefined ? [] : [m.message_letter_direct({ address }, { locale })]),
		m.message_letter_look({}, { locale }),
		`${ORIGIN}/assessments/${key}/contacts/sent`
	];
};
