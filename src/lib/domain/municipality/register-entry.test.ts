import { describe, expect, test } from 'vitest';
import { registerLine, registerText } from '../../../../tests/support/register-lines.ts';
import { registerEntries } from './register-entry.ts';
import { readRegister } from './register.ts';

function entriesOf(changes: Record<string, string | undefined> = {}) {
	const file = readRegister(registerText(changes));
	if ('bad' in file) throw new Error(JSON.stringify(file.bad));
	return registerEntries(file);
}

function entryOf(key: string, changes: Record<string, string | undefined> = {}) {
	const result = entriesOf(changes);
	return 'bad' in result ? undefined : result.entries.find((entry) => entry.key === key);
}

const municipality = (code: string) =>
	registerLine('60', { key: '059010015001', name: 'X', code, area: 1, population: 1 });
const association = (code: string) => registerLine('50', { key: '05901   5001', name: 'X', code });
const district = (code: string) => registerLine('40', { key: '05901', name: 'X', code });

describe('entries of a register', () => {
	test.each([
		['60', 'municipality'],
		['61', 'independentCity'],
		['62', 'independentCity'],
		['63', 'town'],
		['64', 'municipality'],
		['65', undefined],
		['66', undefined],
		['67', 'town']
	])('a municipality record with code %s is: %s', (code, kind) => {
		expect(entryOf('05901001', { north: municipality(code) })?.kind).toBe(kind);
	});

	test.each(['51', '52', '53', '54', '55', '56', '57', '58', '59'])(
		'an association record with code %s is one',
		(code) => {
			expect(entryOf('059015001', { association: association(code) })?.kind).toBe('association');
		}
	);

	test.each(['43', '44', '45'])('a district record with code %s is one', (code) => {
		expect(entryOf('05901', { district: district(code) })?.kind).toBe('district');
	});

	test.each(['41', '42'])('a district record with code %s is left out, as its city is an entry already', (code) => {
		expect(entryOf('05901', { district: district(code) })).toBeUndefined();
	});

	test('what is left out is counted by reason', () => {
		expect(entriesOf()).toMatchObject({
			leftOut: { headings: 1, independentCities: 1, singleMunicipalities: 2, unincorporated: 1 }
		});
	});

	test('an unincorporated area may lie outside of all districts', () => {
		const sea = registerLine('60', { key: '059999999999', name: 'See', code: '66', area: 9, population: 0 });
		expect(entriesOf({ sea })).toMatchObject({ leftOut: { unincorporated: 2 } });
	});

	test('keys have 8 digits for municipalities, 5 for districts, 9 for associations', () => {
		const result = entriesOf();
		expect('entries' in result && result.entries.map(({ key }) => key)).toEqual([
			'05901',
			'059015001',
			'05901001',
			'05901002',
			'05901003',
			'05902000'
		]);
	});

	test('a municipality knows its district and its association', () => {
		expect(entryOf('05901001')).toEqual({
			key: '05901001',
			name: 'Nordöhm',
			kind: 'municipality',
			state: '05',
			districtKey: '05901',
			districtName: 'Kreis Musterau',
			associationKey: '059015001',
			population: 700,
			area: 500
		});
	});

	test('a town that belongs to no association has none, and a city has no district', () => {
		expect(entryOf('05901003')).toMatchObject({ districtKey: '05901', associationKey: null });
		expect(entryOf('05902000')).toMatchObject({ districtKey: null, districtName: null, associationKey: null });
	});

	test('an association lies in its district and has the sum of its municipalities', () => {
		expect(entryOf('059015001')).toMatchObject({
			name: 'Amt Öhmer Land',
			districtKey: '05901',
			associationKey: null,
			population: 1100,
			area: 800
		});
	});

	test('a district has the sum of its municipalities, without unincorporated areas', () => {
		expect(entryOf('05901')).toMatchObject({
			name: 'Kreis Musterau',
			districtKey: null,
			population: 10100,
			area: 2800
		});
	});

	test('a key that stands in two lines is named at the second', () => {
		expect(entriesOf({ again: municipality('64') })).toEqual({
			bad: [{ line: 12, problem: 'twice', found: '05901001' }]
		});
	});

	test('a municipality without the record of its district or association shows that part of the file is missing', () => {
		expect(entriesOf({ association: undefined })).toEqual({
			bad: [
				{ line: 6, problem: 'orphan', found: '059015001' },
				{ line: 7, problem: 'orphan', found: '059015001' }
			]
		});
		expect(entriesOf({ cityDistrict: undefined, cityAlone: undefined })).toMatchObject({
			bad: [{ problem: 'orphan', found: '05902' }]
		});
	});
});
