import { expect, test } from 'vitest';
import { decideRevision, type Decision } from './revision.ts';

const stored = { revision: 5, value: { rating: 3, comment: 'ja' } };

test.each<[string, number, unknown, Decision]>([
	['a higher revision wins', 6, { rating: 4 }, 'saved'],
	['a higher revision wins with the same value too', 6, { rating: 3, comment: 'ja' }, 'saved'],
	['a revision may skip numbers', 900, { rating: 4 }, 'saved'],
	['the same again is a repetition', 5, { rating: 3, comment: 'ja' }, 'repeated'],
	['the order of keys does not matter', 5, { comment: 'ja', rating: 3 }, 'repeated'],
	['an undefined key is a missing key', 5, { rating: 3, comment: 'ja', evidence: undefined }, 'repeated'],
	['the same revision with another value is a conflict', 5, { rating: 4, comment: 'ja' }, 'conflict'],
	['a value less is another value', 5, { rating: 3 }, 'conflict'],
	['a value more is another value', 5, { rating: 3, comment: 'ja', evidence: 0 }, 'conflict'],
	['a number is not its text', 5, { rating: '3', comment: 'ja' }, 'conflict'],
	['a lower revision never wins', 4, { rating: 4 }, 'older'],
	['a lower revision is older even with the same value', 4, { rating: 3, comment: 'ja' }, 'older']
])('%s', (_, revision, value, decision) => {
	expect(decideRevision<unknown>(stored, { revision, value })).toBe(decision);
});

test('the first value is saved', () => {
	expect(decideRevision(undefined, { revision: 1, value: {} })).toBe('saved');
});

test('nested values are compared by content, lists in order', () => {
	const nested = { revision: 1, value: { list: [1, { a: null }] } };
	expect(decideRevision<unknown>(nested, structuredClone(nested))).toBe('repeated');
	expect(decideRevision<unknown>(nested, { revision: 1, value: { list: [{ a: null }, 1] } })).toBe('conflict');
	expect(decideRevision<unknown>(nested, { revision: 1, value: { list: { 0: 1, 1: { a: null } } } })).toBe('conflict');
});
