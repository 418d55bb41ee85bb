/** The code by which projector and phones join a meeting: six characters without look-alikes, 30 bits, for one day. */
import { charactersFrom, readCharacters } from '#lib/domain/answering/resume-code.ts';

/** random bytes that one code needs, and characters that it has */
export const MEETING_CODE_LENGTH = 6;

/** Turns random bytes into a code. */
export function meetingCodeFrom(random: Uint8Array): string {
	return charactersFrom(random, MEETING_CODE_LENGTH);
}

/** How a code is shown and said: `K7M 3TW`. */
export function showMeetingCode(code: string): string {
	return code.replace(/(.{3})(?=.)/g, '$1 ');
}

/** The code that somebody typed, or undefined where it cannot be one. */
export function readMeetingCode(typed: string): string | undefined {
	return readCharacters(typed, MEETING_CODE_LENGTH);
}
