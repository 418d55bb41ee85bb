import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { associatedTowns, CRITERIA } from '../../../../tests/support/associated-towns.ts';
import { anyPopulation } from '../../../../tests/support/awkward-populations.ts';
import { associate, publishAssociation } from '#lib/domain/disclosure/association.ts';
import { planRelease, publishGroups, type ReleaseContent } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { twinOf, type TwinRow } from './synthetic-twin.ts';
import { distancesOf } from './distance.ts';
import { drawPlaces } from './places.ts';
import { quantileOfCell } from './quantile.ts';

type Published = Pick<ReleaseContent, 'tables' | 'associations'>;

function publish(members: readonly Member[]): Published {
	const plan = planRelease(members, [], []);
	const full = publishAssociation(associate({ ...plan, scored: members }, CRITERIA, [], []), 0);
	return { tables: { full: publishGroups(plan), short: [] }, ...(full && { associations: { full } }) };
}

const seed = 'a1b2c3d4'.padEnd(64, '0');
const varied = associatedTowns(150).map((one, index) => {
	const kind = index % 3 === 0 ? ('municipality' as const) : ('town' as const);
	return { ...one, kind, population: index % 2 === 0 ? 3_000 : 8_000, state: index % 5 === 0 ? '09' : '05' };
});

describe('a synthetic twin', () => {
	test('has as many rows as are published, each with a score of whatever is shown', () => {
		const twin = twinOf(publish(varied), seed, CRITERIA);
		expect(twin).toHaveLength(150);
		expect(twin.filter(({ scores }) => typeof scores.D1 !== 'number')).toEqual([]);
	});

	test('is the same for the same release, and another one for another', () => {
		const published = publish(varied);
		expect(twinOf(published, seed, CRITERIA)).toEqual(twinOf(published, seed, CRITERIA));
		expect(twinOf(published, 'ffff0000'.padEnd(64, '0'), CRITERIA)).not.toEqual(twinOf(published, seed, CRITERIA));
	});

	test('comes near what is published: medians and quartiles of all within 0.2, correlations within 0.25', () => {
		const published = publish(varied);
		const distances = distancesOf(published, twinOf(published, seed, CRITERIA));
		const of = (part: string, axis?: string) => distances.find((one) => one.part === part && one.axis === axis);
		expect(of('count', 'all')).toMatchObject({ compared: 1, largest: 0 });
		expect(of('median', 'all')?.mean).toBeLessThan(0.2);
		expect(of('quartiles', 'all')?.mean).toBeLessThan(0.2);
		expect(of('correlations')).toMatchObject({ compared: 153 });
		expect(of('correlations')?.largest).toBeLessThan(0.25);
	});

	test('has nothing where nothing is shown', () => {
		expect(twinOf(publish(varied.slice(0, 9)), seed, CRITERIA)).toEqual([]);
		const alike = varied.map((one) => ({ ...one, scores: { ...one.scores, D2: 3 } }));
		const columns = twinOf(publish(alike), seed, CRITERIA).map(({ scores }) => scores.D2);
		expect(new Set(columns)).toEqual(new Set([null]));
	});
});

test('D9: whatever else stands in a release, or behind it, a twin comes from its published tables alone', () => {
	const population = anyPopulation(60).map((members) => members.map((one) => ({ ...one, scores: { ...one.scores } })));
	fc.assert(
		fc.property(population, (members) => {
			const published = publish(members);
			// Read back from the public file, and with another member behind it whom rounding hides.
			const read = JSON.parse(JSON.stringify(published)) as Published;
			const renamed = publish(members.map((one) => ({ ...one, id: `other-${one.id}` })));
			const twin = twinOf(published, seed, CRITERIA);
			expect(twinOf(read, seed, CRITERIA)).toEqual(twin);
			expect(twinOf(renamed, seed, CRITERIA)).toEqual(twin);
			expect(twin.flatMap(unlikely)).toEqual([]);
		}),
		{ numRuns: 50 }
	);
});

/** Scores that are none. */
function unlikely({ scores }: TwinRow) {
	return Object.values(scores).filter((score) => score !== null && !(score >= 1 && score <= 5));
}

test('rows without a published group have no trait', () => {
	const places = drawPlaces(
		[
			{ group: 'all', n: 30, cells: {} },
			{ group: 'band:2', n: 20, cells: {} },
			{ group: 'band:2/kind:town', n: 15, cells: {} },
			{ group: 'kind:town', n: 15, cells: {} }
		],
		() => 0.5
	);
	const count = (wanted: object) =>
		places.filter((place) => Object.entries(wanted).every(([trait, value]) => place[trait as 'band'] === value)).length;
	expect(count({ band: 2, kind: 'town' })).toBe(15);
	expect(count({ band: 2, kind: null })).toBe(5);
	expect(count({ band: null, kind: null })).toBe(10);
	expect(count({ state: null })).toBe(30);
});

test('between quartiles and the borders of a histogram a distribution goes straight', () => {
	const quantile = quantileOfCell({
		median: 2.4,
		q1: 2,
		q3: 3,
		histogram: [
			{ from: 1, to: 2, share: 60 },
			{ from: 3, to: 5, share: 40 }
		]
	});
	expect([0, 0.25, 0.5, 0.6, 0.75, 1].map(quantile)).toEqual([1, 2, 2.4, 2.5, 3, 5]);
	expect(quantile(0.125)).toBeCloseTo(1.5, 12);
	expect(quantileOfCell({ median: 3 })(0.25)).toBe(2);
});

test('a histogram that contradicts the quartiles is passed over', () => {
	const bars = [
		{ from: 1, to: 1, share: 60 },
		{ from: 2, to: 5, share: 40 }
	] as const;
	expect(quantileOfCell({ median: 2, q1: 1.8, q3: 3, histogram: [...bars] })(0.6)).toBeCloseTo(2.4, 12);
});
