import { describe, expect, test } from 'vitest';
import type { NamedHurdle, Severity } from '#lib/domain/answering/hurdle.ts';
import { TOO_FEW } from '#lib/domain/round/team-item.ts';
import { teamHurdles } from './team-hurdles.ts';

const IDS = ['H01', 'H02', 'H03', 'H04'];
const naming = (count: number, id: string, severity: Severity): NamedHurdle[][] =>
	Array.from({ length: count }, () => [{ id, severity }]);

describe('D12: hurdles in a confidential round', () => {
	test('are told from five namings on, in steps of five, the most named first', () => {
		const people = [...naming(7, 'H02', 2), ...naming(12, 'H03', 3), ...naming(5, 'H04', 1)];
		expect(teamHurdles(IDS, people, true)).toEqual([
			{ id: 'H03', named: 10, severity: 3 },
			{ id: 'H02', named: 5, severity: 2 },
			{ id: 'H04', named: 5, severity: 1 },
			{ id: 'H01', named: TOO_FEW, severity: TOO_FEW }
		]);
	});

	test('that nobody named look like those that four people named', () => {
		expect(teamHurdles(IDS, naming(4, 'H02', 3), true)).toEqual(teamHurdles(IDS, [], true));
	});

	test('do not change when one more person names one, unless a step of five is reached', () => {
		const named = (count: number) => teamHurdles(IDS, naming(count, 'H01', 2), true)[0]?.named;
		expect([4, 5, 6, 9, 10].map(named)).toEqual([TOO_FEW, 5, 5, 5, 10]);
	});
});

test('in an open workshop each naming counts, and the mean severity is rounded half up', () => {
	const people = [...naming(1, 'H04', 3), ...naming(1, 'H04', 2), ...naming(1, 'H01', 1)];
	expect(teamHurdles(IDS, people, false).slice(0, 2)).toEqual([
		{ id: 'H04', named: 2, severity: 3 },
		{ id: 'H01', named: 1, severity: 1 }
	]);
});
