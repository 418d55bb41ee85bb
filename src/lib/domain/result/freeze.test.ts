import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answers } from '#lib/domain/answering/answering.ts';
import { freezeSolo, freezeTeam, replay } from './freeze.ts';
import { Frozen, METHOD_VERSION } from './frozen.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { Respondent } from '#lib/domain/scoring/item-result.ts';
import { mulberry32, seedOf } from '#lib/domain/random.ts';
import { LEVELS, type CriterionAnswer, type ItemAnswer, type Rating } from '#lib/domain/answering/rating.ts';
import { scoreAssessment } from '#lib/domain/scoring/scoring.ts';
import { soloInputs } from './solo-inputs.ts';
import { teamInputs, type Round } from './team-inputs.ts';
import { currentInstrument } from '#lib/instruments/index.ts';

const sealed = currentInstrument();
const { instrument } = sealed;
const ids = itemsOf(instrument, 'full').map(({ id }) => id);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const about = { variant: 'full', seed: 'a seed' } as const;
const random = () => mulberry32(seedOf(sha256(about.seed)));

function answersFrom(values: Record<string, ItemAnswer | CriterionAnswer>, toBeConfirmed: string[] = []): Answers {
	return new Map(
		Object.entries(values).map(([questionId, value]) => [
			questionId,
			{ questionId, revision: 1, value, toBeConfirmed: toBeConfirmed.includes(questionId) }
		])
	);
}

function soloFrozen(values: Record<string, ItemAnswer | CriterionAnswer>, toBeConfirmed: string[] = []) {
	const inputs = soloInputs(instrument, about, answersFrom(values, toBeConfirmed));
	return freezeSolo(sealed, about, inputs, sha256);
}

/** As it comes out of storage. */
const stored = (frozen: Frozen) => Frozen.parse(JSON.parse(JSON.stringify(frozen)));

const everything = Object.fromEntries(
	ids.map((id, index): [string, ItemAnswer] => [id, { rating: LEVELS[1 + (index % 3)] }])
);

test('M15: a finished check keeps by which texts and rules, from which answers and with which results', () => {
	const values = {
		...everything,
		'D1.1': { rating: 5, evidence: 3, comment: 'Ratsbeschluss' },
		D1: { importance: 4, target: 5, targetYear: 2030 }
	} as const;
	const frozen = soloFrozen(values);
	expect(frozen).toMatchObject({
		mode: 'solo',
		instrument: { id: 'standort-2030', version: instrument.version, sha256: sealed.sha256 },
		method: METHOD_VERSION,
		variant: 'full',
		seed: 'a seed'
	});
	expect(frozen.inputs.items['D1.1']).toEqual(values['D1.1']);
	expect(frozen.inputs.criteria.D1).toEqual(values.D1);
	expect(frozen.priorities[0]).toEqual({
		criterion: 'D1',
		score: 4,
		target: 5,
		set: true,
		gap: 1,
		importance: 4,
		priority: 4
	});
	expect(frozen.robustness?.share).toBeGreaterThan(0);
	expect(stored(frozen)).toEqual(frozen);
});

test('M15: what is still to be confirmed, lacks its reason or is not asked is no input of the result', () => {
	const values = {
		...everything,
		'D1.1': { rating: 'notApplicable' },
		'Z9.9': { rating: 1 },
		D2: { target: 5 }
	} as const;
	const frozen = soloFrozen(values, ['D1.2', 'D2']);
	expect(frozen.result.items['D1.1']).toEqual({ value: null, notApplicable: false });
	expect(frozen.inputs.items).not.toHaveProperty(['D1.2']);
	expect(frozen.inputs.items).not.toHaveProperty(['Z9.9']);
	expect(frozen.inputs.criteria).toEqual({});
	expect(frozen.result.criteria.D1).toMatchObject({ applicable: 3, rated: 1, score: null });
});

const anyItemAnswer: fc.Arbitrary<ItemAnswer> = fc.record(
	{
		rating: fc.constantFrom<Rating>(1, 2, 3, 4, 5, 'unknown', 'notApplicable'),
		reason: fc.constantFrom('', 'gibt es hier nicht')
	},
	{ requiredKeys: [] }
);

test('M15: a stored check replays to the same digits', () => {
	fc.assert(
		fc.property(fc.array(anyItemAnswer, { minLength: 54, maxLength: 54 }), (values) => {
			const frozen = soloFrozen(Object.fromEntries(values.map((value, index) => [ids[index], value])));
			expect(replay(stored(frozen), sealed, sha256)).toEqual([]);
		}),
		{ numRuns: 30 }
	);
});

test('M15: a digit that was changed, another text or another rule is found', () => {
	const frozen = soloFrozen(everything);
	Object.assign(frozen.result.criteria.D1 ?? {}, { score: 3.0000000000000004 });
	frozen.inputs.items['B6.3'] = { rating: 5 };
	frozen.method = '0.9.0';
	const paths = replay(frozen, { ...sealed, sha256: 'f'.repeat(64) }, sha256).map(({ path }) => path);
	expect(paths).toEqual(
		expect.arrayContaining(['instrument.sha256', 'method', 'result.criteria.D1.score', 'result.items.B6.3.value'])
	);
});

/** Nine people; what they say about single items can be set. */
function roundOf(confidential: boolean, special: Record<string, (Rating | undefined)[]>): Round {
	const respondents = Array.from({ length: 9 }, (_, person): Respondent => ({
		id: `r${person}`,
		role: 'staff',
		ratings: Object.fromEntries(ids.map((id) => [id, special[id] ? special[id][person] : LEVELS[1 + (person % 3)]]))
	}));
	return { variant: 'full', confidential, respondents, decisions: {}, criteria: {} };
}

const special: Record<string, (Rating | undefined)[]> = {
	'D1.1': [3, 3, 3, 3, 'unknown', 'notApplicable'],
	'D1.2': [1, 2, 2, 3, 3, 'notApplicable', 'notApplicable'],
	'D1.3': [5, 5, 4, 4, 4, 4, 4, 'unknown'],
	'D2.1': [4, 'notApplicable', 'notApplicable']
};

test('M15, D12: a confidential round keeps counts from 7 levels, a sum from 5, and below only whether it applies', () => {
	const { items, respondents } = teamInputs(instrument, roundOf(true, special), random());
	expect(respondents).toBe(9);
	expect(items['D1.1']).toEqual({ applies: true });
	expect(items['D1.2']).toEqual({ count: 5, sum: 11, agreement: 'moderate', applies: true });
	expect(items['D1.3']).toEqual({ levels: [0, 0, 0, 5, 2], unknown: 1, notApplicable: 0, missing: 1 });
	expect(items['D2.1']).toEqual({ applies: false });
});

test('M15: an open workshop keeps all counts', () => {
	const { items } = teamInputs(instrument, roundOf(false, special), random());
	expect(items['D2.1']).toEqual({ levels: [0, 0, 0, 1, 0], unknown: 0, notApplicable: 2, missing: 6 });
});

test.each([true, false])(
	'M15: a closed round has the results that its responses had (confidential: %s)',
	(confidential) => {
		const round = roundOf(confidential, special);
		const decisions = { 'D3.1': { decision: 5, reason: 'so beschlossen' } } as const;
		const frozen = freezeTeam(sealed, about, teamInputs(instrument, { ...round, decisions }, random()), sha256);
		const masked = new Set(confidential ? ['D1.1', 'D2.1'] : []);
		expect(frozen.result).toEqual(
			scoreAssessment(instrument, { ...about, ...round, mode: 'team', consensus: { 'D3.1': 5 }, masked })
		);
		expect(frozen.result.items['D1.1']?.value).toBe(confidential ? null : 3);
		expect(frozen.result.items['D2.1']).toEqual({ value: null, notApplicable: true });
		expect(frozen.agreement['D1.2']?.word).toBe('moderate');
		expect(Object.keys(frozen.inputs.intervals)).toEqual(['decision', 'administration', 'budget']);
		expect(replay(stored(frozen), sealed, sha256)).toEqual([]);
	}
);

test('M9: the importance of a criterion in a round is the mean of its ratings', () => {
	const criteria: Round['criteria'] = { A1: { importance: [0, 1, 0, 2], target: 4 } };
	const inputs = teamInputs(instrument, { ...roundOf(true, {}), criteria }, random());
	const { priorities } = freezeTeam(sealed, about, inputs, sha256);
	expect(priorities.find(({ criterion }) => criterion === 'A1')).toMatchObject({ importance: 10 / 3, target: 4 });
	expect(priorities.find(({ criterion }) => criterion === 'A2')).toMatchObject({
		importance: 2.5,
		target: 4,
		set: false
	});
});
