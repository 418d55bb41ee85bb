/** D9 (a): correlations before and after one municipality has come must not tell its scores. */
import { expect, test } from 'vitest';
import { associatedTown, associatedTowns, associateAll } from '../support/associated-towns.ts';

test('correlations with one newcomer are those without', () => {
	const towns = associatedTowns(60);
	const [before, after] = associateAll([towns, [...towns, associatedTown(999)]]);
	expect(after).toEqual(before);
});

test('one newcomer behind five who came and went in between is not seen either', () => {
	const towns = associatedTowns(60);
	const detour = [...towns, ...associatedTowns(6, 500)];
	const [, between, after] = associateAll([towns, detour, [...towns, associatedTown(999)]]);
	expect(after).toEqual(between);
});

test('one who stands apart in a criterion where all others are alike cannot be placed by it in the others', () => {
	const alike = associatedTowns(60).map((one, index) => ({
		...one,
		scores: { ...one.scores, D1: index === 0 ? 5 : 1.5 }
	}));
	const shown = associateAll([alike])[0]?.shown;
	expect(shown?.correlations.filter(({ first }) => first === 'D1')).toEqual([]);
});

test('somebody who gets a first score for one criterion is a newcomer to all correlations', () => {
	const towns = associatedTowns(60);
	const without = [...towns, associatedTown(70, { H6: null })];
	const [before, after] = associateAll([without, [...towns, associatedTown(70)]]);
	expect(after).toEqual(before);
});
