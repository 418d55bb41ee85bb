import { afterEach, describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#lib/domain/instrument/instrument.ts';
import { BACKUP_DAYS, FINISHED_CHECK_MONTHS, OPEN_CHECK_DAYS } from '#lib/domain/retention.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { COOKIES, STORAGE } from '../browser-storage.ts';
import { storageRows } from './storage-words.ts';

const ownLocale = getLocale;
afterEach(() => overwriteGetLocale(ownLocale));

function figuresIn(text: string): number[] {
	return (text.match(/\d+/g) ?? []).map(Number);
}

describe.each(LOCALES)('the data protection notice (%s)', (locale: Locale) => {
	test('lists each cookie and each storage key once, with kind, purpose and end', () => {
		overwriteGetLocale(() => locale);
		const rows = storageRows();
		expect(rows.map(({ key }) => key)).toEqual([...Object.keys(COOKIES), ...Object.keys(STORAGE)]);
		for (const row of rows)
			for (const text of [row.kind, row.purpose, row.until]) expect(text.length, row.key).toBeGreaterThan(5);
		expect(new Set(rows.map(({ purpose }) => purpose)).size).toBe(rows.length);
	});

	test('tells for how many days a cookie stays', () => {
		overwriteGetLocale(() => locale);
		const days = Object.fromEntries(storageRows().map(({ key, until }) => [key, figuresIn(until)]));
		expect(days).toMatchObject({ checks: [730], language: [365], theme: [365], share: [], 'checks-session': [] });
	});

	// These sentences stand on pages that scripts make; there they carry their figures themselves.
	test.each([
		['four lines', m.check_start_privacy_4, [OPEN_CHECK_DAYS, FINISHED_CHECK_MONTHS]],
		['before finishing', m.check_finish_kept, [FINISHED_CHECK_MONTHS]],
		['when deleting', m.check_delete_backups, [BACKUP_DAYS]]
	] as const)('the sentence on periods (%s) says what the program does', (_, sentence, figures) => {
		expect(figuresIn(sentence({}, { locale }))).toEqual(figures);
	});
});
