import { beforeAll, describe, expect, test } from 'vitest';
import { replay } from '#lib/domain/result/freeze.ts';
import { Frozen } from '#lib/domain/result/frozen.ts';
import { DIMENSIONS } from '#lib/domain/instrument/instrument.ts';
import { Profile } from '#lib/domain/municipality/municipality.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { sha256 } from '#lib/server/sha256.ts';
import { makePlaces } from './places.ts';
import { makeRounds, type RoundRow } from './rounds.ts';

const TODAY = '2026-11-25';
const sealed = currentInstrument();
const places = makePlaces(2030);

interface Round {
	row: RoundRow;
	frozen: Frozen;
	population: number;
}

const roundsOf = (count: number): Round[] =>
	Array.from(makeRounds(places.slice(0, count), { sealed, today: TODAY, seed: 2030 }), (row) => ({
		row,
		frozen: Frozen.parse(row.frozen),
		population: Profile.parse(row.profile).municipality?.population ?? 0
	}));

let rounds: Round[];
beforeAll(() => void (rounds = roundsOf(120)), 60_000);

/** Pearson's correlation of two scores over all rounds that have both. */
function correlation(pick: (round: Round) => readonly [number | null | undefined, number | null | undefined]): number {
	const pairs = rounds
		.map(pick)
		.filter((pair): pair is readonly [number, number] => pair.every((one) => typeof one === 'number'));
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [a, b] = [0, 1].map((side) => {
		const values = pairs.map((pair) => pair[side] ?? 0);
		return values.map((value) => value - mean(values));
	}) as [number[], number[]];
	const product = (x: number[], y: number[]) => x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
	return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

const dimension = ({ frozen }: Round, id: (typeof DIMENSIONS)[number]) => frozen.result.dimensions[id]?.score;
const criterion = ({ frozen }: Round, id: string) => frozen.result.criteria[id]?.score;

describe('the rounds of the demonstration', () => {
	test('are frozen in the form of every closed assessment, and replay to the digit', () => {
		const some = rounds.slice(0, 30);
		expect(some.flatMap(({ frozen }) => replay(frozen, sealed, sha256))).toEqual([]);
		expect(some.every(({ row }) => row.demonstration && row.state === 'closed' && row.municipalityKey)).toBe(true);
	});

	test('are the same again', () => {
		expect(roundsOf(8)).toEqual(rounds.slice(0, roundsOf(8).length));
	});

	test('are one or two of a municipality, the second one later', () => {
		const series = [...Map.groupBy(rounds, ({ row }) => row.municipalityKey).values()];
		expect(new Set(series.map(({ length }) => length))).toEqual(new Set([1, 2]));
		const ordered = series.every(([one, two]) => !two || (one?.row.closedOn ?? '') < (two.row.closedOn ?? ''));
		expect(ordered).toBe(true);
		expect(rounds.every(({ row }) => (row.closedOn ?? TODAY) < TODAY && row.createdOn < row.savedOn)).toBe(true);
	});

	test('are confidential and open, full and short, most but not all agreed to the comparison', () => {
		expect(new Set(rounds.map(({ row }) => row.mode))).toEqual(new Set(['confidential', 'open']));
		expect(new Set(rounds.map(({ row }) => row.variant))).toEqual(new Set(['full', 'short']));
		const agreed = rounds.filter(({ row }) => row.comparisonAgreedOn !== null).length / rounds.length;
		expect(agreed).toBeGreaterThan(0.7);
		expect(agreed).toBeLessThan(1);
	});

	test('have correlated answers: a municipality that is far in one thing is far in others, more so in related ones', () => {
		const dimensions = correlation((round) => [dimension(round, 'decision'), dimension(round, 'administration')]);
		const related = correlation((round) => [criterion(round, 'D1'), criterion(round, 'D2')]);
		const unrelated = correlation((round) => [criterion(round, 'D1'), criterion(round, 'B2')]);
		expect(dimensions).toBeGreaterThan(0.5);
		expect(dimensions).toBeLessThan(0.97);
		expect(unrelated).toBeGreaterThan(0.3);
		expect(related).toBeGreaterThan(unrelated);
	});

	test('show larger municipalities a little further', () => {
		const size = correlation((round) => [Math.log10(round.population), round.frozen.result.overall]);
		expect(size).toBeGreaterThan(0.1);
		expect(size).toBeLessThan(0.7);
	});

	test('find the budget hardest, and use the whole scale', () => {
		const means = DIMENSIONS.map((id) => {
			const scores = rounds.flatMap((round) => dimension(round, id) ?? []);
			return scores.reduce((sum, score) => sum + score, 0) / scores.length;
		});
		expect(Math.min(...means)).toBe(means[2]);
		const stages = rounds.flatMap(({ frozen }) => Object.values(frozen.result.dimensions).map(({ stage }) => stage));
		expect([1, 2, 3, 4].filter((stage) => !stages.includes(stage))).toEqual([]);
	});
});
