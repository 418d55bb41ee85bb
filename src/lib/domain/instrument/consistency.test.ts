import { expect, test } from 'vitest';
import { consistencyProblems } from './consistency.ts';
import type { Instrument } from './instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

/** The real texts with something spoilt; what is reported as `path: reason`. */
function problemsAfter(spoil: (instrument: Instrument) => void): string[] {
	const instrument = structuredClone(currentInstrument().instrument);
	spoil(instrument);
	return consistencyProblems(instrument).map(({ path, reason }) => `${path.join('.')}: ${reason.en}`);
}

/** The nth entry of a list that has one. */
function at<T>(list: T[], index: number): T {
	const entry = list[index];
	if (entry === undefined) throw new Error(`no entry ${index}`);
	return entry;
}
const criterion = (instrument: Instrument, d: number, c: number) => at(at(instrument.dimensions, d).criteria, c);

test('the texts of this product fit together', () => {
	expect(problemsAfter(() => undefined)).toEqual([]);
});

test('a criterion must belong to its dimension and an item to its criterion', () => {
	expect(problemsAfter((i) => (criterion(i, 2, 5).id = 'D7'))).toEqual([
		'dimensions.2.criteria.5.id: D7 must begin with B',
		'dimensions.2.criteria.5.items.0.id: B6.1 must begin with D7.',
		'dimensions.2.criteria.5.items.1.id: B6.2 must begin with D7.',
		'dimensions.2.criteria.5.items.2.id: B6.3 must begin with D7.'
	]);
});

test('M17: two core items or none are too many or too few', () => {
	expect(problemsAfter((i) => (at(criterion(i, 0, 0).items, 1).core = true))).toEqual([
		'dimensions.0.criteria.0.items: Exactly one item of D1 belongs to the short version (core: true); here there are 2.'
	]);
	expect(problemsAfter((i) => criterion(i, 1, 3).items.forEach((item) => (item.core = false)))).toEqual([
		'dimensions.1.criteria.3.items: Exactly one item of A4 belongs to the short version (core: true); here there are 0.'
	]);
});

test('an id that occurs twice is named where it occurs again', () => {
	expect(problemsAfter((i) => (at(criterion(i, 0, 0).items, 2).id = 'D1.1'))).toContain(
		'dimensions.0.criteria.0.items.2.id: D1.1 occurs twice.'
	);
	expect(problemsAfter((i) => (at(i.hurdles, 3).id = 'H02'))).toEqual(['hurdles.3.id: H02 occurs twice.']);
	expect(problemsAfter((i) => (at(at(i.thesis_sets, 1).theses, 0).id = 'T01'))).toEqual([
		'thesis_sets.1.theses.0.id: T01 occurs twice.'
	]);
	expect(problemsAfter((i) => (at(i.profile, 1).id = 'name'))).toEqual(['profile.1.id: name occurs twice.']);
});

test('hurdles, theses and criteria only point to what exists, and once', () => {
	expect(problemsAfter((i) => (at(i.hurdles, 0).items[1] = 'D9.9'))).toEqual([
		'hurdles.0.items.1: D9.9 does not exist.'
	]);
	expect(problemsAfter((i) => at(at(i.thesis_sets, 0).theses, 0).items.push('D1.3'))).toEqual([
		'thesis_sets.0.theses.0.items.3: D1.3 is listed twice here.'
	]);
	expect(problemsAfter((i) => (criterion(i, 0, 1).sdg[1] = '16.66'))).toEqual([
		'dimensions.0.criteria.1.sdg.1: 16.66 does not exist.'
	]);
	expect(problemsAfter((i) => (criterion(i, 0, 1).bnk[0] = '10'))).toHaveLength(1);
	expect(problemsAfter((i) => (i.roles = i.roles.filter((role) => role.id !== 'treasury'))).length).toBeGreaterThan(0);
});

test('an item names two or three pieces of evidence, as many in both languages', () => {
	const evidence = (i: Instrument) => at(criterion(i, 0, 0).items, 0).evidence;
	expect(problemsAfter((i) => evidence(i).en.pop())).toEqual([
		'dimensions.0.criteria.0.items.0.evidence: Here there are 3 in German and 2 in English.'
	]);
	expect(problemsAfter((i) => Object.assign(evidence(i), { de: ['Beschluss'], en: ['Decision'] }))).toHaveLength(1);
	const four = ['1', '2', '3', '4'];
	expect(problemsAfter((i) => Object.assign(evidence(i), { de: four, en: four }))).toHaveLength(1);
});

test('the values of a scale count without a gap', () => {
	expect(problemsAfter((i) => (at(i.importance, 3).value = 5))).toEqual([
		'importance.3.value: This must be 4, not 5: values count upwards without a gap.'
	]);
	expect(problemsAfter((i) => i.thesis_scales.agreement.reverse())).toHaveLength(4);
});
