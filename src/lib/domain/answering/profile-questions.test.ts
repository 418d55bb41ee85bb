import { expect, test } from 'vitest';
import { currentInstrument } from '#lib/instruments/index.ts';
import { askedFields, readAsked } from './profile-questions.ts';

const { instrument } = currentInstrument();

function form(...entries: [string, string][]): FormData {
	const data = new FormData();
	for (const [name, value] of entries) data.append(name, value);
	return data;
}

test('what the register knows is not asked', () => {
	expect(askedFields(instrument).map(({ id }) => id)).toEqual([
		'budgetSecurity',
		'strategySince',
		'coordinationFte',
		'accounting',
		'sustainabilityBudget',
		'networks'
	]);
});

test('an empty form is a valid answer', () => {
	expect(readAsked(instrument, form(['strategySince', ' ']))).toEqual({ asked: {}, wrong: [] });
});

test('choices, several choices and a year are read', () => {
	const read = readAsked(
		instrument,
		form(['accounting', 'accrual'], ['networks', 'climate'], ['networks', 'exchange'], ['strategySince', '2019'])
	);
	expect(read).toEqual({
		asked: { accounting: 'accrual', networks: ['climate', 'exchange'], strategySince: 2019 },
		wrong: []
	});
});

test.each([
	['accounting', 'barter'],
	['networks', 'none of these'],
	['strategySince', '19'],
	['strategySince', '2019.5'],
	['strategySince', 'voriges Jahr']
])('%s cannot be %j', (field, value) => {
	expect(readAsked(instrument, form([field, value])).wrong).toEqual([field]);
});
