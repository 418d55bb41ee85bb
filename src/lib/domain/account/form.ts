/** What people type about themselves. */
import { z } from 'zod';
import { PASSWORD_LENGTH, PERSON_NAME_LENGTH } from './account.ts';

/** RFC 5321: longer addresses reach nobody. */
const EMAIL_LENGTH = 254;

/** One address in small letters; `z.email` lets neither line breaks nor lists of addresses through. */
export const EmailAddress = z.string().trim().toLowerCase().max(EMAIL_LENGTH).pipe(z.email());

export const Password = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max);

/** A name on one line, as its owner writes it. */
export const PersonName = z
	.string()
	.trim()
	.min(1)
	.max(PERSON_NAME_LENGTH)
	.regex(/^\P{Cc}+$/u);

/** The name that somebody else tells of a person, or the beginning of the address where it is none. */
export function personNameFrom(told: unknown, email: string | null | undefined): string {
	const name = PersonName.safeParse(
		typeof told === 'string' ? told.replace(/\p{Cc}+/gu, ' ').slice(0, PERSON_NAME_LENGTH) : ''
	);
	return name.success ? name.data : (email ?? '').split('@', 1).join('').slice(0, PERSON_NAME_LENGTH);
}
