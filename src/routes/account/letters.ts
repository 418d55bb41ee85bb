/** The letters with which people open an account and sign in, in the language of whoever asked for them. */
import { OPERATOR_EMAIL, ORIGIN } from '$app/env/private';
import type { MemberRole } from '#lib/domain/municipality/membership.ts';
import * as m from '#lib/paraglide/messages.js';
import type { Links } from '#lib/server/accounts/auth-settings.ts';
import { post } from '#lib/server/mail.ts';
import { roleNames } from '../assessments/role-names.ts';
import { receiving } from './limits.ts';

interface Words {
	subject: string;
	text: string;
}

const signed = ({ subject, text }: Words) => ({
	subject,
	text: `${text}\n\n${m.account_letter_sender({ origin: ORIGIN })}\n`
});

/** What anybody may have asked for reaches nobody without end. */
function send(to: string, words: Words): void {
	if (receiving.allows(to)) post({ to, ...signed(words) });
}

export const links: Links = {
	signIn: (email, token) => {
		const link = `${ORIGIN}/account/link/${token}`;
		send(email, { subject: m.account_letter_link_subject(), text: m.account_letter_link({ link }) });
	},
	reset: (email, token) => {
		const link = `${ORIGIN}/account/reset/${token}`;
		send(email, { subject: m.account_letter_reset_subject(), text: m.account_letter_reset({ link }) });
	}
};

/** To an address that opens an account. */
export function sendConfirmation(email: string, token: string): void {
	const link = `${ORIGIN}/account/confirm/${token}`;
	send(email, { subject: m.account_letter_confirm_subject(), text: m.account_letter_confirm({ link }) });
}

/** To an address that has an account already: the page says the same to everybody. */
export function sendKnown(email: string): void {
	const link = `${ORIGIN}/account/sign-in`;
	send(email, { subject: m.account_letter_known_subject(), text: m.account_letter_known({ link }) });
}

interface MemberInvited {
	email: string;
	role: MemberRole;
	/** name of whoever invites */
	by: string;
	/** name of the municipality */
	municipality: string;
	token: string;
}

/** To somebody who is invited to become a member of a municipality. */
export function sendMemberInvitation({ email, role, by, municipality, token }: MemberInvited): void {
	const words = { by, municipality, role: roleNames[role](), link: `${ORIGIN}/account/join/${token}` };
	send(email, { subject: m.account_letter_join_subject({ municipality }), text: m.account_letter_join(words) });
}

const CHANGES = {
	factorSetUp: m.account_letter_factorSetUp,
	factorRemoved: m.account_letter_factorRemoved,
	codesRenewed: m.account_letter_codesRenewed,
	password: m.account_letter_password,
	factorReset: m.account_letter_factorReset,
	providerForgotten: m.account_letter_providerForgotten,
	addressAsked: m.account_letter_addressAsked
};

/** To whoever owns an account, when something that protects it has changed. */
export function sendChange(email: string, change: keyof typeof CHANGES): void {
	const words = { change: CHANGES[change](), link: `${ORIGIN}/account/reset` };
	post({
		to: email,
		...signed({ subject: m.account_letter_change_subject(), text: m.account_letter_change(words) })
	});
}

/** To a new address: it counts once the link in it has been opened and confirmed. */
export function sendNewAddress(email: string, token: string): void {
	const link = `${ORIGIN}/account/address/${token}`;
	send(email, { subject: m.account_letter_address_subject(), text: m.account_letter_address({ link }) });
}

/** To the address that an account had before; it can do nothing any more but write to the operator. */
export function sendAddressChanged(before: string): void {
	const text = m.account_letter_addressChanged({ contact: OPERATOR_EMAIL || ORIGIN });
	post({ to: before, ...signed({ subject: m.account_letter_change_subject(), text }) });
}

/** To a member of a municipality that belongs to another entry of the register now. */
export function sendMerged(email: string, municipality: string): void {
	const words = { municipality, link: `${ORIGIN}/assessments` };
	post({
		to: email,
		...signed({ subject: m.account_letter_merged_subject(words), text: m.account_letter_merged(words) })
	});
}
