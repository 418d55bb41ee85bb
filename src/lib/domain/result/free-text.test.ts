import { expect, test } from 'vitest';
import { currentInstrument, loadInstruments } from '#lib/instruments/index.ts';
import type { Answers } from '#lib/domain/answering/answering.ts';
import { viewWithoutFreeText } from './free-text.ts';
import { soloOutcome } from './outcome.ts';
import { resultView } from './view.ts';
import { soloInputs } from './solo-inputs.ts';

loadInstruments();
const { instrument } = currentInstrument();
const ANSWERS: Answers = new Map([
	[
		'D1.1',
		{ questionId: 'D1.1', revision: 1, toBeConfirmed: false, value: { rating: 4, evidence: 2, comment: 'a note' } }
	],
	[
		'D1.2',
		{ questionId: 'D1.2', revision: 1, toBeConfirmed: false, value: { rating: 'notApplicable', reason: 'a reason' } }
	]
]);

test('a view without free text has every level and evidence, and nothing that somebody wrote', () => {
	const extent = { variant: 'full', scope: undefined } as const;
	const inputs = soloInputs(instrument, extent, ANSWERS);
	const outcome = soloOutcome(instrument, { ...extent, seed: '1' }, inputs, () => '0'.repeat(64));
	const view = resultView({ ...extent, ...outcome, instrument, answers: ANSWERS }, 'de');
	const bare = viewWithoutFreeText(view);
	expect(JSON.stringify(view)).toMatch(/a note.*a reason/);
	expect(JSON.stringify(bare)).not.toMatch(/a note|a reason/);
	const [first, second] = bare.dimensions[0]?.criteria[0]?.items ?? [];
	expect(first).toMatchObject({ state: 'level', level: 4, evidence: 2 });
	expect(second).toMatchObject({ state: 'notApplicable' });
});
