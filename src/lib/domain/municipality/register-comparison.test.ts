import { describe, expect, test } from 'vitest';
import { compareRegisters } from './register-comparison.ts';
import type { RegisterEntry } from './register-entry.ts';

/** A municipality of the district 05901, or what `changes` make of it. */
function entry(key: string, area: number, changes: Partial<RegisterEntry> = {}): RegisterEntry {
	return {
		key,
		name: `Ort ${key}`,
		kind: 'municipality',
		state: '05',
		districtKey: key.slice(0, 5),
		districtName: 'Kreis Musterau',
		associationKey: null,
		population: 1000,
		area,
		...changes
	};
}

/** Successors' keys by the keys of gone entries. */
function successors(before: RegisterEntry[], after: RegisterEntry[]) {
	const { gone } = compareRegisters(before, after);
	return Object.fromEntries(gone.map(({ entry, successor }) => [entry.key, successor?.key ?? null]));
}

describe('comparing two registers', () => {
	const a = entry('05901001', 100);
	const b = entry('05901002', 200);

	test('the same again changes nothing', () => {
		expect(compareRegisters([a, b], [{ ...b }, { ...a }])).toEqual({ added: [], changed: [], unchanged: 2, gone: [] });
	});

	test('tells what is new, what is different and what is gone', () => {
		const after = { ...b, population: 1001 };
		const c = entry('05901003', 5);
		expect(compareRegisters([a, b], [after, c])).toEqual({
			added: [c],
			changed: [{ before: b, after }],
			unchanged: 0,
			gone: [{ entry: a, successor: null }]
		});
	});

	test.each(['name', 'kind', 'districtName', 'associationKey', 'population', 'area'] as const)(
		'notices another %s',
		(field) => {
			const value = { name: 'X', kind: 'town', districtName: 'X', associationKey: '059015001', population: 1, area: 1 }[
				field
			];
			expect(compareRegisters([a], [{ ...a, [field]: value }]).changed).toHaveLength(1);
		}
	);
});

describe('suggesting what became of an entry', () => {
	const grow = (from: RegisterEntry, by: number) => ({ ...from, area: from.area + by });
	const town = entry('05901100', 5000);

	test('one whose area grew by that of the gone one', () => {
		expect(successors([entry('05901001', 812), town], [grow(town, 812)])).toEqual({ '05901001': '05901100' });
	});

	test('remeasuring by a hectare does not hide it, by more it does', () => {
		expect(successors([entry('05901001', 812), town], [grow(town, 811)])).toEqual({ '05901001': '05901100' });
		expect(successors([entry('05901001', 812), town], [grow(town, 809)])).toEqual({ '05901001': null });
	});

	test('a new one made of two', () => {
		const made = entry('05901900', 1000);
		expect(successors([entry('05901001', 400), entry('05901002', 600)], [made])).toEqual({
			'05901001': '05901900',
			'05901002': '05901900'
		});
	});

	test('all members of a former association go together before any other sum is tried', () => {
		const old = { associationKey: '059015001' };
		const gone = [
			entry('05901001', 100, old),
			entry('05901002', 200, old),
			entry('05901003', 400),
			entry('05901004', 130)
		];
		expect(successors([...gone, town], [grow(town, 300), entry('05901900', 530)])).toEqual({
			'05901001': '05901100',
			'05901002': '05901100',
			'05901003': '05901900',
			'05901004': '05901900'
		});
	});

	test('nothing where two could have taken it', () => {
		const other = entry('05901200', 3000);
		expect(successors([entry('05901001', 812), town, other], [grow(town, 812), grow(other, 812)])).toEqual({
			'05901001': null
		});
	});

	test('nothing where two ways fit, pairs that share a member included', () => {
		const gone = [entry('05901001', 100), entry('05901002', 200), entry('05901003', 200.5)];
		expect(successors([...gone, town], [grow(town, 300)])).toEqual({
			'05901001': null,
			'05901002': null,
			'05901003': null
		});
	});

	test('nothing where the land was divided among several', () => {
		const other = entry('05901200', 3000);
		expect(successors([entry('05901001', 812), town, other], [grow(town, 400), grow(other, 412)])).toEqual({
			'05901001': null
		});
	});

	test('nothing in another district, however well the area fits', () => {
		const far = entry('05902100', 5000);
		expect(successors([entry('05901001', 812), far], [grow(far, 812)])).toEqual({ '05901001': null });
	});

	test('the same municipality under the key of another district, after a reform of districts', () => {
		const moved = { ...entry('05901001', 812), key: '05907001', districtKey: '05907' };
		expect(successors([entry('05901001', 812)], [moved])).toEqual({ '05901001': '05907001' });
	});

	test('an association by an association, else by the municipality that its members merged into', () => {
		const association = (key: string, area: number) => entry(key, area, { kind: 'association', districtKey: '05901' });
		const merged = entry('05901900', 1000);
		expect(successors([association('059015001', 1000)], [association('059015009', 1000), merged])).toEqual({
			'059015001': '059015009'
		});
		expect(successors([association('059015001', 1000)], [merged])).toEqual({ '059015001': '05901900' });
	});

	test('districts by the district of the same Land that they merged into', () => {
		const district = (key: string, area: number) => entry(key, area, { kind: 'district', districtKey: null });
		expect(successors([district('05901', 90_000), district('05902', 60_000)], [district('05909', 150_000)])).toEqual({
			'05901': '05909',
			'05902': '05909'
		});
	});
});
