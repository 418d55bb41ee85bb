import { expect, test } from 'vitest';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import { itemsOf } from '#lib/domain/instrument/instrument.ts';
import type { AnswerValue } from '#lib/domain/answering/answer-value.ts';
import type { Answers } from '#lib/domain/answering/answering.ts';
import { soloOutcome } from './outcome.ts';
import { publicView } from './public-view.ts';
import { soloInputs } from './solo-inputs.ts';
import { resultView } from './view.ts';

loadInstruments();
const { instrument } = currentInstrument();
const given = (questionId: string, value: AnswerValue) =>
	[questionId, { questionId, revision: 1, toBeConfirmed: false, value }] as const;

test('a public view has stages and scores, and nothing of answers, targets, importance or next steps', () => {
	const extent = { variant: 'full', scope: undefined } as const;
	const answers: Answers = new Map([
		...itemsOf(instrument, 'full').map(({ id }) => given(id, { rating: 2, comment: 'a note' })),
		given('D1', { importance: 4, target: 4, targetYear: 2029 })
	]);
	const outcome = soloOutcome(instrument, { ...extent, seed: '1' }, soloInputs(instrument, extent, answers), () =>
		'0'.repeat(64)
	);
	const view = resultView({ ...extent, ...outcome, instrument, answers }, 'de');
	const shown = publicView(view);
	expect(view.steps.length).toBeGreaterThan(0);
	expect(view.priorities.length).toBeGreaterThan(0);
	expect(shown.dimensions.map(({ stage, score }) => ({ stage, score }))).toEqual(
		view.dimensions.map(({ stage, score }) => ({ stage, score }))
	);
	expect(shown.dimensions.flatMap(({ criteria }) => criteria.map(({ score }) => score))).toEqual(Array(18).fill(2));
	expect(shown).toMatchObject({ steps: [], priorities: [], robustness: null });
	expect(JSON.stringify(shown)).not.toMatch(/a note|"importance":4|"target"|2029|"statement"/);
});
