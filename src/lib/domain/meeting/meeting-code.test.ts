import { expect, test } from 'vitest';
import { meetingCodeFrom, readMeetingCode, showMeetingCode } from './meeting-code.ts';

const code = meetingCodeFrom(Uint8Array.from([0, 7, 19, 31, 32, 255]));

test('a code has six characters without look-alikes, and is shown in two groups', () => {
	expect(code).toBe('29MZ2Z');
	expect(showMeetingCode(code)).toBe('29M Z2Z');
	expect(() => meetingCodeFrom(new Uint8Array(5))).toThrow(RangeError);
});

test.each(['29M Z2Z', ' 29mz2z', '29M-Z2Z'])('%j is read as the code', (typed) => {
	expect(readMeetingCode(typed)).toBe(code);
});

test.each(['', '29MZ2', '29MZ2Z2', '29MZ20', 'I9MZ2Z'])('%j cannot be one', (typed) => {
	expect(readMeetingCode(typed)).toBeUndefined();
});
