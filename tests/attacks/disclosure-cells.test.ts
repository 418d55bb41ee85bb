/** Attacks on a single published table, on populations built to be awkward. Each of them must fail. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '#lib/domain/disclosure/benchmark.ts';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { BAR_MINIMUM } from '#lib/domain/disclosure/histogram.ts';
import { planRelease, publishGroups } from '#lib/domain/disclosure/release.ts';
import type { Member } from '#lib/domain/disclosure/participant.ts';
import type { Holder } from '#lib/domain/disclosure/disclosure.ts';
import { DIMENSIONS } from '#lib/domain/instrument/instrument.ts';

type Scores = Record<string, number | null>;

/** Towns with these scores; all alike in every other respect. */
const townsWith = (scores: Scores[]): Member[] =>
	scores.map((each, index) => ({ id: `town-${index}`, population: 8_000, kind: 'town', state: '05', scores: each }));

/** So many towns, spread over the scale in `decision`; `more` adds scores for the town of an index. */
const towns = (count: number, more: (index: number) => Scores = () => ({})): Member[] =>
	townsWith(Array.from({ length: count }, (_, index) => ({ decision: 1 + (index % 9) / 2, ...more(index) })));

const published = (members: Member[], holders: Holder[] = []) => publishGroups(planRelease(members, [], holders));
const cellsOf = (members: Member[], holders: Holder[] = []) => published(members, holders)[0]?.cells ?? {};
const bytes = (members: Member[]) => canonicalJson(published(members));

describe('a group below the minimum', () => {
	test('nine towns leave no trace', () => {
		expect(bytes(towns(9))).toBe(bytes([]));
	});

	test('a tenth without a score does not open the table of nine', () => {
		expect(bytes([...towns(9), ...townsWith([{ decision: null }])])).toBe(bytes([]));
	});

	test('the criterion that four of twelve have answered is not shown', () => {
		expect(Object.keys(cellsOf(towns(12, (index) => (index < 4 ? { D1: 1 + index } : {}))))).toEqual(['decision']);
	});
});

describe('elimination', () => {
	test('there is no part whose difference from the whole would be one town', () => {
		const alone: Member = {
			id: 'alone',
			population: 250_000,
			kind: 'independentCity',
			state: '11',
			scores: { decision: 4 }
		};
		expect(published([...towns(40), alone]).map(({ group }) => group)).toEqual(['all']);
	});

	test('no mean, sum, extreme or exact number is told, so none can be multiplied out', () => {
		const everything = published(towns(87, (index) => ({ overall: 1 + (index % 7) / 2 })));
		const keys = new Set(everything.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => Object.keys(cell))));
		expect([...keys].sort()).toEqual(['histogram', 'median', 'q1', 'q3']);
		expect(new Set(everything.map(({ n }) => n))).toEqual(new Set([85]));
	});

	test('a town more is not seen in the number of towns', () => {
		expect(new Set([30, 31, 32, 33, 34].map((count) => published(towns(count))[0]?.n))).toEqual(new Set([30]));
	});
});

describe('the histogram', () => {
	/** Towns by rounded level. */
	const byLevel = (counts: number[]) =>
		townsWith(counts.flatMap((count, index) => Array.from({ length: count }, () => ({ decision: index + 1 }))));
	const rangesOf = (counts: number[]) =>
		cellsOf(byLevel(counts)).decision?.histogram?.map(({ from, to }) => `${from}-${to}`);

	test('one town on its level is no bar of its own', () => {
		expect(rangesOf([10, 12, 12, 0, 1])).toEqual(['1-1', '2-2', '3-5']);
	});

	test('no empty bar tells that nobody is there', () => {
		expect(rangesOf([14, 0, 12, 0, 14])).toEqual(['1-1', '2-4', '5-5']);
	});

	test('whoever moves within joined levels is not seen to move', () => {
		expect(bytes(byLevel([10, 12, 12, 1, 3]))).toBe(bytes(byLevel([10, 12, 12, 3, 1])));
	});

	test('behind every bar of any population stand five towns', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(25), { minLength: 5, maxLength: 5 }), (counts) => {
				const bars = cellsOf(byLevel(counts)).decision?.histogram ?? [];
				const behind = bars.map(({ from, to }) => counts.slice(from - 1, to).reduce((sum, count) => sum + count, 0));
				expect(behind.every((count) => count >= BAR_MINIMUM)).toBe(true);
			})
		);
	});
});

describe('a group that is all alike', () => {
	test.each([
		['all ten at level 1', Array<number>(10).fill(1)],
		['forty at the same score', Array<number>(40).fill(3.4)],
		['thirty-five of forty at the top', [...Array<number>(35).fill(5), 1, 2, 3, 4, 4.2]]
	])('%s: nothing is told about everybody', (_, scores) => {
		expect(bytes(townsWith(scores.map((decision) => ({ decision }))))).toBe(bytes([]));
	});
});

describe('withheld or empty', () => {
	test.each([
		['given by too few', towns(40, (index) => ({ D1: index < 9 ? 3 : null }))],
		['all alike', towns(40, () => ({ D1: 1 }))],
		['answered by nobody', towns(40, () => ({ D1: null }))]
	])('a criterion that is %s gives the same bytes as one that does not exist', (_, members) => {
		expect(bytes(members)).toBe(bytes(towns(40)));
	});

	test('the order of cells follows their names, not who was withheld first', () => {
		const full = towns(40, (index) => ({ B1: 1 + (index % 5), D1: 1 + (index % 5), A1: 1 + (index % 5) }));
		expect(Object.keys(cellsOf(full))).toEqual(['A1', 'B1', 'D1', 'decision']);
		expect(Object.keys(cellsOf(full.toReversed()))).toEqual(['A1', 'B1', 'D1', 'decision']);
	});
});

describe('those who know many', () => {
	const known = (count: number): Holder => new Set(towns(count).map(({ id }) => id));

	test('a consultant with grants in all but four learns nothing about the four', () => {
		expect(cellsOf(towns(40), [known(36)])).toEqual({});
		expect(cellsOf(towns(40), [known(35)])).toHaveProperty('decision');
	});

	test('whom a consultant knows is judged per criterion', () => {
		const members = towns(40, (index) => ({ D1: index < 14 ? 1 + (index % 9) / 2 : null }));
		expect(Object.keys(cellsOf(members, [known(10)]))).toEqual(['decision']);
	});
});

describe('the own place', () => {
	const told = (score: number) => Math.floor((score + 1e-9) * 5 + 0.5) / 5;
	const score = fc.double({ min: 1, max: 5, noNaN: true });

	test('three colluders who share their places learn no more than the cell and their own values say', () => {
		fc.assert(
			fc.property(fc.array(score, { minLength: 20, maxLength: 49 }), fc.tuple(score, score, score), (scores, three) => {
				const cell = cellsOf(townsWith(scores.map((decision) => ({ decision })))).decision;
				fc.pre(cell !== undefined);
				expect(three.map((own) => placeOf(own, cell))).toEqual(three.map((own) => placeOf(told(own), cell)));
			})
		);
	});
});

describe('three colluders who pool their exact values', () => {
	const score = fc.double({ min: 1, max: 5, noNaN: true });
	// Clusters, so that outsiders can be nearly alike while the colluders stand apart.
	const clustered = fc.oneof(score, fc.double({ min: 2.9, max: 3.1, noNaN: true }), fc.constantFrom(1, 3, 5));
	const cellOf = (scores: number[]) => cellsOf(townsWith(scores.map((decision) => ({ decision })))).decision;

	test('cannot tell an outsider at its score from one further away than numbers are rounded', () => {
		fc.assert(
			fc.property(fc.array(clustered, { minLength: 10, maxLength: 60 }), (scores) => {
				const cell = cellOf(scores);
				fc.pre(cell !== undefined);
				// The first three collude, the fourth is the one they are after; all others are unknown to them.
				const [first = 0, second = 0, third = 0, wanted = 0, ...others] = scores;
				const elsewhere = [1, 5, ...others].filter((other) => Math.abs(other - wanted) > 0.2);
				const alternatives = elsewhere.flatMap((other) => {
					const swapped = others.with(
						Math.max(0, others.indexOf(other)),
						others.includes(other) ? wanted : (others[0] ?? 0)
					);
					return [others, swapped].map((rest) => [first, second, third, other, ...rest]);
				});
				const told = JSON.stringify(cell);
				expect(alternatives.some((scores) => JSON.stringify(cellOf(scores)) === told)).toBe(true);
			})
		);
	});
});

test('no score leads to a name: renamed members leave no trace', () => {
	const members = towns(40, (index) => Object.fromEntries(DIMENSIONS.map((id, k) => [id, 1 + ((index + k) % 9) / 2])));
	expect(bytes(members.map((member) => ({ ...member, id: `other-${member.id}` })))).toBe(bytes(members));
});
