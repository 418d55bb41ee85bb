import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { actionAgainst, actionsAgainst } from './action-hurdle.ts';
import { isTakenUp } from './action-suggestion.ts';
import { readAction, typedFromAction } from './action-form.ts';

const { instrument } = currentInstrument();

test('every remedy becomes an action that its form accepts as it is', () => {
	for (const hurdle of instrument.hurdles)
		for (const locale of ['de', 'en'] as const) {
			const entry = actionAgainst(hurdle, locale);
			expect(readAction(typedFromAction(entry), instrument)).toEqual(entry);
			expect(entry.items.length).toBeGreaterThan(0);
		}
});

test('an action against a hurdle takes up none of the steps that a result suggests', () => {
	for (const hurdle of instrument.hurdles) {
		const entry = actionAgainst(hurdle, 'de');
		expect(hurdle.items.filter((item) => isTakenUp(item, [entry]))).toEqual([]);
	}
});

test('what has been dropped clears no hurdle away', () => {
	const action = { hurdles: ['H01', 'H05'], status: 'open' as const };
	const dropped = { hurdles: ['H05'], status: 'dropped' as const };
	expect(actionsAgainst('H05', [action, dropped])).toEqual([action]);
	expect(actionsAgainst('H02', [action])).toEqual([]);
});
