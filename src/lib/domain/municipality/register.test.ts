import { describe, expect, test } from 'vitest';
import { registerLine, registerText, SMALL_REGISTER } from '../../../../tests/support/register-lines.ts';
import { readRegister, type RegisterFile } from './register.ts';

function readAll(text: string): RegisterFile {
	const file = readRegister(text);
	if ('bad' in file) throw new Error(JSON.stringify(file.bad));
	return file;
}

function problemsOf(text: string) {
	const file = readRegister(text);
	return 'bad' in file ? file.bad.map(({ line, problem, found }) => `${line} ${problem} ${found}`) : [];
}

describe('reading a register file', () => {
	test('gives each record with the values of its columns', () => {
		const { date, records, headings } = readAll(registerText());
		expect({ date, headings, records: records.length }).toEqual({ date: '2026-01-31', headings: 1, records: 10 });
		expect(records[6]).toEqual({
			line: 8,
			level: 'municipality',
			district: '05901',
			municipality: '002',
			association: '5001',
			name: 'Südöhm',
			code: '60',
			area: 300,
			population: 400
		});
		expect(records[2]).toMatchObject({
			level: 'association',
			district: '05901',
			municipality: '',
			association: '5001'
		});
		expect(records[0]).toMatchObject({ level: 'district', association: '', name: 'Musterau', area: 0, population: 0 });
	});

	test.each(['\r\n', '\n', '\r'])('takes lines that end with %j', (end) => {
		expect(readAll(registerText({}, end)).records).toHaveLength(10);
	});

	test('takes lines whose trailing blanks an editor has cut', () => {
		const cut = Object.values(SMALL_REGISTER).map((line) => line.trimEnd());
		expect(readAll(cut.join('\n'))).toEqual(readAll(registerText()));
	});

	test('ignores empty lines and the end mark of old systems', () => {
		expect(readAll(`\n${registerText()}\n  \n\u001A`).records).toHaveLength(10);
	});

	test('counts all headings: Länder, Regierungsbezirke and regions', () => {
		const area = registerLine('20', { key: '059', name: 'Bezirk' });
		expect(readAll(registerText({ area, region: registerLine('30', { key: '0591', name: 'Region' }) })).headings).toBe(
			3
		);
	});

	test.each([
		['another kind of record', registerLine('70', { key: '05901', name: 'X' }), '3 record 70'],
		['no date', registerLine('40', { key: '05901', name: 'X', code: '43', date: '20261301' }), '3 date 20261301'],
		['a day that does not exist', registerLine('40', { key: '05901', name: 'X', date: '20260230' }), '3 date 20260230'],
		[
			'another date',
			registerLine('40', { key: '05901', name: 'X', code: '43', date: '20260630' }),
			'3 otherDate 2026-06-30'
		],
		['a Land that does not exist', registerLine('40', { key: '17901', name: 'X', code: '43' }), '3 key 17901'],
		['a letter in the key', registerLine('40', { key: '05x01', name: 'X', code: '43' }), '3 key 05x01'],
		[
			'the key of a district for a municipality',
			registerLine('60', { key: '05902', name: 'X', code: '61' }),
			'3 key 05902'
		],
		['no name', registerLine('40', { key: '05902', name: '', code: '43' }), '3 name '],
		[
			'a name that was decoded wrongly',
			registerLine('40', { key: '05902', name: 'M\uFFFD', code: '43' }),
			'3 name M\uFFFD'
		],
		['a code of another level', registerLine('40', { key: '05902', name: 'X', code: '51' }), '3 code 51'],
		['no area', registerLine('60', { key: '059020000000', name: 'X', code: '61' }), '3 area            '],
		['a cut population', SMALL_REGISTER.city?.slice(0, 145), '3 population 000000']
	])('names the line with %s', (_, line, problem) => {
		expect(problemsOf(registerText({ cityDistrict: line }))).toEqual([problem]);
	});

	test('notices columns that UTF-8 read as Latin-1 has shifted', () => {
		const shifted = SMALL_REGISTER.city?.replaceAll('Ö', 'Ã–');
		expect(problemsOf(registerText({ city: shifted }))).toEqual(['11 code  6']);
	});

	test('names all bad lines and tells how many are readable', () => {
		const wrong = registerLine('40', { key: '', name: 'X', code: '43' });
		expect(readRegister(registerText({ land: 'x', district: wrong }))).toMatchObject({
			bad: [{ line: 1 }, { line: 2 }],
			readable: 9
		});
	});

	test('finds nothing readable in a file of another kind', () => {
		expect(readRegister('key;name;population\n05902001;Musterau;9000\n')).toMatchObject({ readable: 0 });
	});
});
