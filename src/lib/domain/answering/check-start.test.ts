import { expect, test } from 'vitest';
import { CheckStart, extentOf } from './check-start.ts';

const manual = { extent: 'short', source: 'manual', name: ' Musterau ', kind: 'town', state: '06' };

test('a manual start trims the name and reads people’s thousands', () => {
	for (const population of ['12500', '12 500', '12.500', '12\u202f500', '12,500']) {
		expect(CheckStart.parse({ ...manual, population })).toMatchObject({ name: 'Musterau', population: 12_500 });
	}
});

test.each(['', 'viele', '-3', '1e5', '1234567890'])('the population cannot be %j', (population) => {
	const read = CheckStart.safeParse({ ...manual, population });
	expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['population']);
});

test('each wrong field of a start is named', () => {
	const read = CheckStart.safeParse({
		source: 'manual',
		extent: 'all',
		name: 'M',
		kind: '',
		state: '17',
		population: 'x'
	});
	expect(read.error?.issues.map(({ path }) => path[0])).toEqual(['extent', 'name', 'kind', 'state', 'population']);
});

test.each(['', '1234', '123456', "06' OR 1=1"])('the register knows no key %j', (municipalityKey) => {
	expect(CheckStart.safeParse({ extent: 'full', source: 'register', municipalityKey }).success).toBe(false);
});

test('a trial needs no municipality', () => {
	expect(CheckStart.parse({ extent: 'budget', source: 'trial', name: '' })).toEqual({
		extent: 'budget',
		source: 'trial'
	});
});

test('a dimension alone is asked in full', () => {
	expect(extentOf('budget')).toEqual({ variant: 'full', scope: 'budget' });
	expect(extentOf('short')).toEqual({ variant: 'short', scope: undefined });
});
