import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { beforeEach, describe, expect, test } from 'vitest';
import { QUERY_MAXIMUM } from '#lib/domain/municipality/search.ts';
import { registerLine } from '../../../../tests/support/register-lines.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import type { Db } from '#lib/server/db/open.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { ensureFictitiousRegister } from './fictitious-register.ts';
import { findAssociationOf, findMunicipality, searchMunicipalities } from './municipalities.ts';
import { importRegister } from './register-import.ts';

const PLACES: [name: string, code: string, population: number][] = [
	['Öhmstadt, Landeshauptstadt', '63', 250_000],
	['Groß Öhmstadt', '64', 3_000],
	['Öhmstadtberg', '64', 400_000],
	['Sankt Ulver', '64', 1_000],
	['St. Zwolfen', '64', 900],
	['Stumpfenau', '64', 8_000],
	['Quorn-Vantersberg', '64', 700],
	['Großvanterförde', '64', 600],
	['Öhmried a.d.Quorne', '60', 500],
	['Yndelow/Yndelojće, Stadt', '63', 400],
	['Au', '64', 300]
];

/** A district with these places, in an association with a name of its own. */
function register(): string {
	const head = [
		registerLine('40', { key: '05901', name: 'Öhmstadt', code: '44' }),
		registerLine('50', { key: '05901   5001', name: 'Hohe Quorne', code: '53' }),
		registerLine('50', { key: '05901   0099', name: 'Einzeln', code: '50' })
	];
	const alone = registerLine('60', { key: '059010990099', name: 'Einzeln', code: '64', area: 1, population: 50 });
	const places = PLACES.map(([name, code, population], index) =>
		registerLine('60', { key: `05901${String(index + 1).padStart(3, '0')}5001`, name, code, area: 1, population })
	);
	return [...head, ...places, alone].join('\n');
}

let db: Db;

beforeEach(async () => {
	db = openTemporaryDatabase();
	await importRegister(db, strToU8(register()), { today: '2026-11-25' });
});

const namesFor = async (text: string, limit = 10) =>
	(await searchMunicipalities(db, text, { limit })).map(({ name }) => name);

describe('searching the register', () => {
	test.each([
		['Großvanterförde', 'Großvanterförde'],
		['GROSSVANTERFÖRDE', 'Großvanterförde'],
		['grossvanterfoerde', 'Großvanterförde'],
		['grossvanterforde', 'Großvanterförde'],
		['Sankt Ulver', 'Sankt Ulver'],
		['St. Ulver', 'Sankt Ulver'],
		['st ulv', 'Sankt Ulver'],
		['Sankt Zwolfen', 'St. Zwolfen'],
		['St.Zwolfen', 'St. Zwolfen'],
		['quorn vant', 'Quorn-Vantersberg'],
		['vantersb', 'Quorn-Vantersberg'],
		['Öhmried an der Quorne', 'Öhmried a.d.Quorne'],
		['öhmried quorne', 'Öhmried a.d.Quorne'],
		['yndelojce', 'Yndelow/Yndelojće, Stadt'],
		['Landeshauptstadt Öhmstadt', 'Öhmstadt, Landeshauptstadt'],
		['Kreis Öhmstadt', 'Landkreis Öhmstadt'],
		['Au Landkreis Öhmstadt', 'Au'],
		['VG Hohe', 'Verbandsgemeinde Hohe Quorne'],
		['Au', 'Au']
	])('%j finds %s first', async (text, name) => {
		expect((await namesFor(text))[0]).toBe(name);
	});

	test('exact names come first, then what begins so, then other words; larger ones before smaller', async () => {
		expect(await namesFor('öhmstadt')).toEqual([
			'Landkreis Öhmstadt',
			'Öhmstadt, Landeshauptstadt',
			'Öhmstadtberg',
			'Groß Öhmstadt'
		]);
	});

	test('the saint is not the beginning of another word once more is typed', async () => {
		expect(await namesFor('st')).toContain('Stumpfenau');
		expect(await namesFor('st z')).toEqual(['St. Zwolfen']);
	});

	test('every word must be there, one of them in the name', async () => {
		expect(await namesFor('Au Öhmstadt')).toEqual(['Au']);
		expect(await namesFor('Au Zwolfen')).toEqual([]);
		expect(await namesFor('Landeshauptstadt')).toEqual([]);
	});

	test('each is offered with what tells it from others of its name', async () => {
		expect(await searchMunicipalities(db, 'au', { limit: 1 })).toEqual([
			{
				key: '05901011',
				name: 'Au',
				kind: 'municipality',
				state: '05',
				population: 300,
				district: 'Landkreis Öhmstadt',
				association: { key: '059015001', name: 'Verbandsgemeinde Hohe Quorne' }
			}
		]);
	});

	test('every entry of the made-up register is found by its name, and with its district', async () => {
		const other = openTemporaryDatabase();
		await ensureFictitiousRegister(other);
		for (const { key, name, districtName } of other.read.select().from(municipality).all()) {
			for (const text of [name, `${name} ${districtName ?? ''}`, name.slice(0, -1)]) {
				const found = await searchMunicipalities(other, text, { limit: 10 });
				expect(
					found.map((entry) => entry.key),
					text
				).toContain(key);
			}
		}
	});

	test('no more than the limit is offered', async () => {
		expect(await namesFor('öhm', 2)).toHaveLength(2);
	});

	test.each([
		'',
		' ',
		'*',
		'"',
		'au"',
		'au OR öhmstadt',
		'name:au',
		'-au',
		'au AND',
		'NEAR(au)',
		"au'; DROP TABLE municipality",
		'\0'
	])('%j is text like any other', async (text) => {
		expect((await namesFor(text)).length).toBeLessThanOrEqual(1);
	});

	test('no text makes it fail', async () => {
		const text = fc.oneof(
			fc.string({ unit: 'binary', maxLength: QUERY_MAXIMUM }),
			fc
				.array(fc.constantFrom('"', '*', ':', '(', ')', '^', '+', 'AND', 'OR', 'NOT', 'NEAR', 'name', 'au', ' '))
				.map((parts) => parts.join(''))
		);
		await fc.assert(
			fc.asyncProperty(text, async (typed) => {
				expect((await namesFor(typed)).length).toBeLessThanOrEqual(10);
			})
		);
	});
});

describe('finding one entry', () => {
	test('by its key', async () => {
		expect(await findMunicipality(db, '05901002')).toMatchObject({ name: 'Groß Öhmstadt', population: 3_000 });
		expect(await findMunicipality(db, '05901')).toMatchObject({ name: 'Landkreis Öhmstadt', district: null });
	});

	test.each(['', '05901777', "' OR 1=1"])('gives nothing for %j', async (key) => {
		expect(await findMunicipality(db, key)).toBeUndefined();
	});

	test('gives nothing for one that is gone', async () => {
		const rest = register()
			.split('\n')
			.filter((line) => !line.includes('Stumpfenau'))
			.join('\n');
		await importRegister(db, strToU8(rest.replaceAll('20260131', '20260630')), { today: '2026-11-25' });
		expect(await findMunicipality(db, '05901006')).toBeUndefined();
	});

	test('with the association that may answer for it', async () => {
		expect(await findAssociationOf(db, '05901002')).toMatchObject({ key: '059015001', kind: 'association' });
		expect(await findAssociationOf(db, '05901099')).toBeUndefined();
		expect(await findAssociationOf(db, '05901')).toBeUndefined();
		expect(await findAssociationOf(db, '05901777')).toBeUndefined();
	});
});
