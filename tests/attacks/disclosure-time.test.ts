/** D7: the difference of two releases must not single out fewer than five municipalities. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHANGE_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import { planRelease, publishGroups, type PlannedRelease } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import { anyMember, anyPopulation, planAll, standingScores } from '../support/awkward-populations.ts';

const town = (index: number, more: Partial<Member> = {}): Member => ({
	id: `town-${index}`,
	population: 8_000,
	kind: 'town',
	state: '05',
	scores: { decision: 1.4 + (index % 7) / 2 },
	...more
});
const towns = (count: number, from = 0) => Array.from({ length: count }, (_, index) => town(from + index));
const verdicts = (releases: readonly PlannedRelease[], group: Group = 'all') =>
	releases.map(({ groups }) => groups.find((one) => one.group === group)?.measures.decision);
const last = (...populations: Member[][]) => verdicts(planAll(populations)).at(-1);

describe('one group', () => {
	test('with one newcomer stays as last shown', () => {
		expect(last(towns(30), towns(31))).toHaveProperty('carried', true);
	});

	test('with five newcomers is renewed', () => {
		expect(last(towns(30), towns(35))).not.toHaveProperty('carried');
	});

	test('four re-closed rounds with the same values and one newcomer are one newcomer', () => {
		const same = towns(30).map((one) => ({ ...one, scores: { decision: (one.scores.decision ?? 0) + 1e-12 } }));
		expect(last(towns(30), [...same, town(30)])).toHaveProperty('carried', true);
	});

	test('four changed values stay unseen, five are shown', () => {
		const changed = (count: number) =>
			towns(30).map((one, index) => (index < count ? { ...one, scores: { decision: 4.9 } } : one));
		expect(last(towns(30), changed(4))).toHaveProperty('carried', true);
		expect(last(towns(30), changed(5))).not.toHaveProperty('carried');
	});

	test('whose number D7 keeps from when there were too few is told as ten, not as fewer', () => {
		const releases = planAll([[...towns(30), ...towns(9, 40).map((one) => ({ ...one, state: '09' }))]]);
		const second = planRelease([...towns(30), ...towns(12, 40).map((one) => ({ ...one, state: '09' }))], releases, []);
		const numbers = publishGroups(second, 1).map(({ n }) => n);
		expect(numbers.length).toBeGreaterThan(1);
		expect(Math.min(...numbers)).toBe(10);
	});

	test('release 3 minus release 1 around a detour is no way', () => {
		expect(last(towns(30), towns(40), towns(31))).toHaveProperty('carried', true);
	});

	test('that shrinks below ten by one stays as last shown', () => {
		expect(last(towns(10), towns(9))).toHaveProperty('carried', true);
	});

	test('that was not shown last time, though before, and has hardly changed since, is not shown', () => {
		const populations = [towns(12), [...towns(4), ...towns(5, 100)], towns(13)];
		expect(verdicts(planAll(populations)).map((one) => one && 'withheld' in one && one.withheld)).toEqual([
			false,
			'size',
			'time'
		]);
	});

	test('of which a consultant knows nearly all that changed stays as last shown', () => {
		const known = new Set(towns(2, 30).map(({ id }) => id));
		const [, second] = verdicts(planAll([towns(30), towns(36)], [known]));
		expect(second).toHaveProperty('carried', true);
	});
});

test('a town that crosses a band limit with company does not show in the union of both bands', () => {
	// Five move from band 1 to band 2, and one is new in band 2: each band changed enough, their union by one.
	const first = [
		...towns(60).map((one) => ({ ...one, population: 3_000 })),
		...towns(60, 100),
		...towns(40, 300).map((one) => ({ ...one, population: 30_000 }))
	];
	const second = [...first.map((one, index) => (index < 5 ? { ...one, population: 8_000 } : one)), town(999)];
	const releases = planAll([first, second]);
	expect(unionsOf(releases).filter((changed) => changed > 0 && changed < CHANGE_MINIMUM)).toEqual([]);
});

/** In how many municipalities each set that is a sum of standing tables differs from the same sum in an earlier release. */
function unionsOf(releases: readonly PlannedRelease[]): number[] {
	const now = standingScores(releases);
	return releases.slice(0, -1).flatMap((_, index) => {
		const then = standingScores(releases.slice(0, index + 1));
		const common = [...now.keys()].filter((group) => then.has(group)).slice(0, 7);
		const changes: number[] = [];
		for (let code = 0; code < 3 ** common.length; code++) {
			const sign = (index: number) => (Math.floor(code / 3 ** index) % 3) - 1;
			const sums = [now, then].map((tables) => {
				const values = new Map<string, number>();
				common.forEach((group, index) => {
					for (const [id, score] of tables.get(group) ?? [])
						values.set(`${id} ${score}`, (values.get(`${id} ${score}`) ?? 0) + sign(index));
				});
				return values;
			});
			if (!sums.every((values) => [...values.values()].every((value) => value === 0 || value === 1))) continue;
			const [a, b] = sums.map((values) => new Set([...values].flatMap(([key, value]) => (value === 1 ? [key] : []))));
			const changed = new Set(
				Array.from(a?.symmetricDifference(b ?? new Set<string>()) ?? [], (key) => key.split(' ')[0])
			);
			changes.push(changed.size);
		}
		return changes;
	});
}

test('between releases of any populations no sum of tables changes by 1 … 4 municipalities', () => {
	const anyChange = fc.tuple(
		anyPopulation(90),
		fc.array(anyMember, { maxLength: 14 }),
		fc.array(anyMember, { maxLength: 14 })
	);
	const merged = (members: Member[], more: Member[]) => [
		...new Map([...members, ...more].map((one) => [one.id, one])).values()
	];
	fc.assert(
		fc.property(anyChange, ([first, some, others]) => {
			const second = merged(first, some);
			const releases = planAll([first, second, merged(second, others)]);
			const changes = unionsOf(releases);
			expect(changes.filter((changed) => changed > 0 && changed < CHANGE_MINIMUM)).toEqual([]);
		}),
		{ numRuns: 25 }
	);
});
