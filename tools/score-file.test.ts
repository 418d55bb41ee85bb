import { describe, expect, test } from 'vitest';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import { currentInstrument } from '#lib/instruments/index.ts';
import { scoreCase } from './score-case.ts';
import { parseCases } from './score-file.ts';

const { instrument } = currentInstrument();
const core = itemsOf(instrument, 'short').map(({ id }) => id);

/** A solo check that rates four of the six core items of the budget, as it may stand in a file. */
const solo = {
	id: 'one',
	variant: 'short',
	mode: 'solo',
	respondents: [{ id: 'r01', role: 'staff', ratings: { 'B1.1': 4, 'B2.1': 2, 'B3.1': 3, 'B4.1': 3 } }],
	consensus: {}
};

const score = (...cases: object[]) => parseCases(JSON.stringify(cases)).map((entry) => scoreCase(instrument, entry));

function fault(content: unknown): string {
	try {
		parseCases(typeof content === 'string' ? content : JSON.stringify(content));
	} catch (error) {
		return (error as Error).message;
	}
	throw new Error('This was meant to be refused');
}

describe('what a file may hold', () => {
	test('a byte order mark, Windows line ends, an empty list', () => {
		const text = JSON.stringify([solo], null, 1);
		expect(parseCases('\uFEFF' + text.replaceAll('\n', '\r\n'))).toEqual(parseCases(text));
		expect(parseCases('[]')).toEqual([]);
	});

	test('cases without consensus or roles, and with entries and ids that nobody knows', () => {
		const { consensus, ...short } = solo;
		const odd = {
			...short,
			source: 'a workshop',
			respondents: solo.respondents.map(({ id, ratings }) => ({ id, note: 'new', ratings: { ...ratings, 'X1.1': 1 } }))
		};
		expect(consensus).toEqual({});
		expect(score(odd)).toEqual(score(solo));
	});

	test.each(['solo', 'team'])('a %s case in which nobody answered', (mode) => {
		const [scored] = score({ ...solo, mode, respondents: [] });
		expect(scored?.overall).toBeNull();
		for (const dimension of Object.values(scored?.dimensions ?? {}))
			expect(dimension).toEqual({
				score: null,
				stage: null,
				missing: [],
				lower: 1,
				upper: 5,
				shown: null,
				percent: null
			});
		expect(scored?.agenda).toEqual(mode === 'team' ? [] : undefined);
	});

	test('a team of one, who has to talk about what nobody has rated', () => {
		const [scored] = score({ ...solo, mode: 'team' });
		const rated = Object.keys(solo.respondents[0]?.ratings ?? {});
		expect(scored?.agenda).toEqual(core.filter((item) => !rated.includes(item)));
	});

	test('a team that decided that nothing applies', () => {
		const consensus = Object.fromEntries(core.map((item) => [item, 'notApplicable']));
		const [scored] = score({ ...solo, mode: 'team', consensus });
		expect(scored?.criteria).toMatchObject({ D1: 'notApplicable', B1: 'notApplicable' });
		expect(scored?.dimensions.budget).toMatchObject({ score: null, lower: null, upper: null });
	});

	test('a team of four hundred, in any order', () => {
		const respondents = Array.from({ length: 400 }, (_, person) => ({
			id: `r${person}`,
			ratings: Object.fromEntries(core.map((item, index) => [item, 1 + ((person * (index + 2)) % 5)]))
		}));
		const [scored] = score({ ...solo, mode: 'team', respondents });
		expect(scored?.dimensions.budget?.interval90).toHaveLength(2);
		expect(score({ ...solo, mode: 'team', respondents: respondents.toReversed() })).toEqual([scored]);
	});
});

describe('what is wrong with a file is told with the id of the case and the place in it', () => {
	test.each<[string, unknown, string]>([
		[
			'a level that does not exist',
			[solo, { ...solo, id: 'two', respondents: [{ id: 'r01', ratings: { 'D1.1': 2.5 } }] }],
			'case "two" (number 2): respondents[0].ratings["D1.1"]: expected one of 1, 2, 3, 4, 5, "unknown", "notApplicable", received 2.5'
		],
		[
			'a decision that is none',
			[{ ...solo, consensus: { 'B1.1': 'unknown' } }],
			'case "one" (number 1): consensus["B1.1"]: expected one of 1, 2, 3, 4, 5, "notApplicable", received "unknown"'
		],
		['an unknown variant', [{ ...solo, variant: 'medium' }], 'case "one" (number 1): variant: '],
		[
			'a case without ratings',
			[{ ...solo, respondents: [{ id: 'r01' }] }],
			'case "one" (number 1): respondents[0].ratings: '
		],
		['a case without an id', [{ ...solo, id: undefined }], 'case number 1: id: '],
		['what is no case', [solo, null], 'case number 2: '],
		['what is no list', solo, 'expected array'],
		['what is no JSON', '[{', 'It is not JSON in UTF-8: '],
		['an empty file', '', 'It is not JSON in UTF-8: ']
	])('%s', (_, content, sentence) => {
		expect(fault(content)).toContain(sentence);
	});

	test('of many faults the first ten are told, and how many more there are', () => {
		const lines = fault(Array.from({ length: 1000 }, () => ({ ...solo, mode: 'both' })))
			.trim()
			.split('\n');
		expect(lines).toHaveLength(11);
		expect(lines.at(-1)).toBe('- and 990 more');
	});
});
