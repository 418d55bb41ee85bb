/** Letters about reviews: that there is something to read, and where; never what it says. */
import { ORIGIN } from '$app/env/private';
import { formatDay } from '#lib/components/format.ts';
import * as m from '#lib/paraglide/messages.js';
import { database } from '#lib/server/database.ts';
import { post } from '#lib/server/mail.ts';
import type { HeldGrant } from '#lib/server/reviews/grants.ts';
import { findOrganisers, findReviewers } from '#lib/server/reviews/recipients.ts';
import { receiving } from '../account/limits.ts';

/** In the language of whoever invites. */
export function sendConsultancyInvitation(to: string, words: { by: string; name: string; token: string }): void {
	const { by, name, token } = words;
	if (!receiving.allows(to)) return;
	const text = m.consultancy_letter({ by, name, link: `${ORIGIN}/account/consultancy/join/${token}` });
	post({ to, subject: m.consultancy_letter_subject({ name }), text: `${text}\n` });
}

const NEWS = {
	granted: m.review_letter_granted,
	standIn: m.review_letter_standIn,
	passedOn: m.review_letter_passedOn,
	revoked: m.review_letter_revoked
};

type About = Pick<HeldGrant, 'grant' | 'round'>;

function wordsOf({ grant, round }: About, locale: 'de' | 'en') {
	return {
		municipality: round.profile.municipality?.name ?? '',
		round: round.title,
		until: formatDay(grant.endsOn, locale),
		consultant: grant.consultant ?? m.grant_gone({}, { locale }),
		consultancy: grant.consultancy
	};
}

type InLanguage = (locale: 'de' | 'en') => string;

/** In both languages: nobody knows which one whoever receives it reads. */
function send(recipients: readonly string[], subject: InLanguage, text: InLanguage): void {
	const letter = {
		subject: [subject('de'), subject('en')].join(' · '),
		text: `${[text('de'), text('en')].join('\n\n')}\n`
	};
	for (const to of recipients) if (receiving.allows(to)) post({ to, ...letter });
}

/** To whoever holds a grant, and the stand-in; a letter on a stand-in or a new holder goes to that person alone. */
export function sendGrantNews(about: About, news: keyof typeof NEWS): void {
	const { grant, round } = about;
	const { consultantId, standInId } = grant;
	const named = news === 'standIn' ? { consultantId: null, standInId } : { consultantId, standInId: null };
	const to = findReviewers(database(), { ...grant, ...(news !== 'revoked' && named) });
	const link = news === 'revoked' ? `${ORIGIN}/reviews` : `${ORIGIN}/reviews/${grant.id}`;
	const name = round.profile.municipality?.name ?? '';
	send(
		to,
		(locale) => m.review_letter_subject({ name }, { locale }),
		(locale) => NEWS[news]({ ...wordsOf(about, locale), link }, { locale })
	);
}

/** To all who organise the municipality: what was handed in waits for them. */
export function sendHandedIn(about: About): void {
	const { grant, round } = about;
	const link = `${ORIGIN}/assessments/${round.municipalityKey}/rounds/${round.id}/review/${grant.id}`;
	send(
		findOrganisers(database(), round.municipalityKey),
		(locale) => m.review_letter_handedIn_subject({}, { locale }),
		(locale) => m.review_letter_handedIn({ ...wordsOf(about, locale), link }, { locale })
	);
}
