import { describe, expect, test } from 'vitest';
import { askedOf } from './overview.ts';

const POSTS = [
	{ item: 'D1.1', side: 'municipality' },
	{ item: 'D2.1', side: 'municipality' },
	{ item: 'D2.1', side: 'consultant' }
] as const;

describe('a new message of the municipality', () => {
	test('stands at a criterion until the consultant has answered', () => {
		expect(askedOf({ handedIn: undefined }, POSTS)).toEqual(['D1']);
	});

	test('stands nowhere once the review is handed in', () => {
		const handedIn = { summary: 'Gut.', on: '2027-03-01', answer: null, answeredOn: null };
		expect(askedOf({ handedIn }, POSTS)).toEqual([]);
	});
});
