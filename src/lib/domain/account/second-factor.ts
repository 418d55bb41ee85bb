/** The second factor: six digits that an app shows (TOTP, RFC 6238), or one of the codes kept for its loss. */
import { readCode } from '#lib/domain/answering/resume-code.ts';

/** Recovery codes made at once; each opens the account once. */
export const RECOVERY_CODES = 10;

/** Milliseconds for which a code of the app is accepted: its own half minute and the ones before and after. */
export const TOTP_LIFETIME = 90_000;

export type ShownFactor = { kind: 'totp' | 'recovery'; code: string };

/** What somebody typed or pasted; undefined where it can be neither. */
export function readFactor(typed: string): ShownFactor | undefined {
	const digits = typed.replace(/\s/g, '');
	if (/^\d{6}$/.test(digits)) return { kind: 'totp', code: digits };
	const code = readCode(typed);
	return code === undefined ? undefined : { kind: 'recovery', code };
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding, as apps expect a secret. */
export function base32(bytes: Uint8Array): string {
	const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
	const fives = bits.match(/.{1,5}/g) ?? [];
	return fives.map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/**
 * The address by which an app takes over a secret (Key Uri Format of Google Authenticator; SHA-1, six digits, half a
 * minute, which is all that some apps know).
 * @param secret in base32
 */
export function totpUri({ issuer, account, secret }: { issuer: string; account: string; secret: string }): string {
	const parameters = new URLSearchParams({ secret, issuer, digits: '6', period: '30' });
	const label = [issuer, account].map(encodeURIComponent).join(':');
	return `otpauth://totp/${label}?${parameters.toString().replaceAll('+', '%20')}`;
}

/** A secret in groups of four, for typing it. */
export function showSecret(secret: string): string {
	return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
