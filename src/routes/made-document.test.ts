import { describe, expect, test } from 'vitest';
import { answerOf } from './made-document.ts';

const answered = (status: number, more: { redirected?: boolean; disposition?: string } = {}) => {
	const { redirected = false, disposition } = more;
	const headers = new Headers(disposition === undefined ? {} : { 'content-disposition': disposition });
	return answerOf({ status, ok: status < 300, redirected, headers });
};

describe('the answer to a document asked for', () => {
	test('is a file by its name', () => {
		expect(answered(200, { disposition: 'attachment; filename="Bericht.pdf"' })).toEqual({ name: 'Bericht.pdf' });
	});

	test('is a page where another try would never succeed', () => {
		expect(answered(200, { redirected: true }), 'signed out').toBe('page');
		for (const status of [403, 404, 429]) expect(answered(status), String(status)).toBe('page');
	});

	test('has failed where another try may succeed', () => {
		expect(answered(500)).toBe('failed');
		expect(answered(503)).toBe('failed');
		expect(answered(200), 'no file').toBe('failed');
	});
});
