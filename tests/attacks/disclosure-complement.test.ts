/** D6: adding and subtracting published groups must not single out fewer than ten municipalities. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUP_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import { planRelease } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import type { Kind } from '#lib/domain/municipality/municipality.ts';
import {
	anyMember,
	anyPopulation,
	planAll,
	smallestBySums,
	smallestByTables,
	standingScores
} from '../support/awkward-populations.ts';

let number = 0;
/** So many municipalities alike, with scores spread over the scale. */
const some = (count: number, kind: Kind, population: number, state = '05'): Member[] =>
	Array.from({ length: count }, (_, index) => ({
		id: `m${number++}`,
		population,
		kind,
		state,
		scores: { decision: 1.4 + (index % 7) / 2 }
	}));

const shown = (members: Member[]) => [...standingScores([planRelease(members, [], [])]).keys()];

test('bands 5 and 6 minus districts and independent cities are one town: not all of them are shown', () => {
	const members = [
		...some(12, 'district', 90_000),
		...some(12, 'district', 150_000),
		...some(12, 'independentCity', 90_000),
		...some(12, 'independentCity', 150_000),
		...some(1, 'town', 90_000),
		...some(30, 'town', 30_000)
	];
	const groups = shown(members);
	expect(groups).toContain('all');
	expect(
		['band:5', 'band:6', 'kind:district', 'kind:independentCity'].every((group) => groups.includes(group as never))
	).toBe(false);
	expect(smallestBySums(members, groups, GROUP_MINIMUM)).toBeUndefined();
});

test('the whole minus its published parts is nobody or ten at least', () => {
	const groups = shown([...some(20, 'town', 3_000), ...some(20, 'town', 8_000), ...some(3, 'town', 30_000)]);
	expect(groups).toEqual(expect.arrayContaining(['all', 'band:1']));
	expect(groups).not.toContain('band:2');
});

test('a Land that lies wholly in a band does not give away the rest of it', () => {
	const members = [...some(15, 'town', 3_000, '01'), ...some(4, 'town', 3_000, '05'), ...some(30, 'town', 8_000, '05')];
	const groups = shown(members);
	expect(groups.includes('band:1') && groups.includes('state:01')).toBe(false);
	expect(smallestBySums(members, groups, GROUP_MINIMUM)).toBeUndefined();
});

test('what is withheld depends on counts alone: other scores leave the same groups', () => {
	fc.assert(
		fc.property(anyPopulation(120), fc.double({ min: 1, max: 5, noNaN: true }), (members, score) => {
			const alike = members.map((member) => ({
				...member,
				scores: { decision: typeof member.scores.decision === 'number' ? score : null }
			}));
			expect(shown(alike)).toEqual(shown(members));
		}),
		{ numRuns: 30 }
	);
});

describe('a municipality that closes again with another score, while `all` is carried over', () => {
	const towns = some(30, 'town', 8_000);
	const municipalities = some(30, 'municipality', 8_000);
	const alone = some(1, 'independentCity', 200_000, '11');
	const changed = (members: Member[], count: number) =>
		members.map((one, index) => (index < count ? { ...one, scores: { decision: 4.6 } } : one));

	test.each([1, 3])('does not open the table that gives somebody else away: %i of them', (count) => {
		const releases = planAll([
			[...towns, ...municipalities, ...alone],
			[...towns, ...changed(municipalities, count), ...alone]
		]);
		for (const index of [0, 1]) {
			const tables = standingScores(releases.slice(0, index + 1));
			expect([...tables.keys()]).toContain('all');
			expect(smallestByTables(tables, GROUP_MINIMUM)).toBeUndefined();
		}
	});

	test('nor does it in any population', () => {
		const indices = fc.array(fc.nat(120), { maxLength: 12 });
		fc.assert(
			fc.property(anyPopulation(120), fc.array(indices, { minLength: 1, maxLength: 3 }), (members, closings) => {
				const populations = [members];
				for (const [number, closed] of closings.entries())
					populations.push(
						(populations.at(-1) ?? []).map((one, index) =>
							one.scores.decision && closed.includes(index) ? { ...one, scores: { decision: 4.5 + number / 10 } } : one
						)
					);
				const releases = planAll(populations);
				for (const length of populations.keys()) {
					const tables = standingScores(releases.slice(0, length + 1));
					expect(smallestByTables(tables, GROUP_MINIMUM)).toBeUndefined();
				}
			}),
			{ numRuns: 30 }
		);
	});
});

test('no sum over the tables of a second release, some of them carried over, reaches 1 … 9 municipalities', () => {
	fc.assert(
		fc.property(anyPopulation(120), fc.array(anyMember, { maxLength: 12 }), (members, more) => {
			const second = [...new Map([...members, ...more].map((one) => [one.id, one])).values()];
			expect(smallestByTables(standingScores(planAll([members, second])), GROUP_MINIMUM)).toBeUndefined();
		}),
		{ numRuns: 100, seed: 5 }
	);
});

describe('against elimination over all sums', () => {
	test('no set of 1 … 9 municipalities is reached in any population', () => {
		fc.assert(
			fc.property(anyPopulation(220), (members) => {
				expect(smallestBySums(members, shown(members), GROUP_MINIMUM)).toBeUndefined();
			}),
			{ numRuns: 60 }
		);
	});

	test('the attack is able to succeed: with everything shown it finds a set', () => {
		const members = [...some(30, 'town', 3_000), ...some(3, 'town', 8_000)];
		expect(smallestBySums(members, ['all', 'band:1'], GROUP_MINIMUM)).toBe(3);
	});
});
