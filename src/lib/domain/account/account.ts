/** Limits of what people type about themselves, and how long they stay signed in. */

/** NIST SP 800-63B asks for 8 characters and more where there is no second factor; no rules on their kinds. */
export const PASSWORD_LENGTH = { min: 12, max: 128 };

export const PERSON_NAME_LENGTH = 100;

/** The part of an address after the last @. */
export function domainOf(email: string): string {
	return email.slice(email.lastIndexOf('@') + 1);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds without a request, and altogether, after which a session ends (OWASP ASVS 7.3). */
export const SESSION_LIMITS = {
	member: { idle: 30 * MINUTE, longest: 12 * HOUR },
	operator: { idle: 15 * MINUTE, longest: 8 * HOUR }
};

/** Milliseconds since signing in within which address, password and second factor may be changed. */
export const FRESH_SIGN_IN = 10 * MINUTE;

/** Milliseconds for which the links hold that are sent by e-mail. */
export const LINK_LIFETIME = { signUp: 24 * HOUR, signIn: 15 * MINUTE, reset: HOUR, newAddress: HOUR };

export interface SessionTimes {
	begunAt: Date;
	/** of the last request, give or take a minute */
	usedAt: Date;
}

/** Whether a session has ended, by its age or because nobody has used it. */
export function hasEnded({ begunAt, usedAt }: SessionTimes, operator: boolean, now: Date): boolean {
	const { idle, longest } = operator ? SESSION_LIMITS.operator : SESSION_LIMITS.member;
	return now.getTime() - usedAt.getTime() >= idle || now.getTime() - begunAt.getTime() >= longest;
}

/** Whether somebody has signed in just now, so that what protects the account may be changed. */
export function isFresh(begunAt: Date, now: Date): boolean {
	return now.getTime() - begunAt.getTime() < FRESH_SIGN_IN;
}
