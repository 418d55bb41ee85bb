import { expect, test } from 'vitest';
import type { Invitation } from '#lib/server/rounds/invitations.ts';
import { listPage } from './list-page.ts';

const person = (index: number, undeliverable = false): Invitation => ({
	id: `${index}`,
	role: 'staff',
	email: `Person-${index}@musterau.de`,
	sentOn: null,
	undeliverable
});
const people = Array.from({ length: 250 }, (_, index) => person(index));
const page = (query: string, list = people) => listPage(list, new URLSearchParams(query));

test('a long list comes in pages of a hundred', () => {
	expect(page('')).toMatchObject({ found: 250, page: 1, pages: 3 });
	expect(page('').rows).toHaveLength(100);
	expect(page('page=3').rows.map(({ id }) => id)).toEqual(people.slice(200).map(({ id }) => id));
});

test.each(['0', '-1', '99', 'x', '1e99'])('page %s is one that there is', (number) => {
	const { page: shown, pages, rows } = page(`page=${number}`);
	expect(shown).toBeGreaterThanOrEqual(1);
	expect(shown).toBeLessThanOrEqual(pages);
	expect(rows.length).toBeGreaterThan(0);
});

test('a search finds parts of addresses, whatever their case', () => {
	expect(page('q=PERSON-24%40').rows.map(({ email }) => email)).toEqual(['Person-24@musterau.de']);
	expect(page('q=nobody')).toMatchObject({ found: 0, page: 1, pages: 1, rows: [] });
});

test('addresses that nothing reaches come first, and printed codes not at all', () => {
	const list = [person(1), { ...person(2), email: null }, person(3, true)];
	expect(page('', list).rows.map(({ id }) => id)).toEqual(['3', '1']);
});
