import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { addUser } from '../../../../tests/support/accounts.ts';
import { registerLine, registerText, SMALL_REGISTER } from '../../../../tests/support/register-lines.ts';
import { storeCheck } from '../../../../tests/support/stored-check.ts';
import { openTemporaryDatabase } from '../../../../tests/support/temporary-database.ts';
import type { Db } from '#lib/server/db/open.ts';
import { municipality, registerImport } from '#lib/server/db/schema.ts';
import { ensureFictitiousRegister } from './fictitious-register.ts';
import { findGone } from './merging.ts';
import { searchMunicipalities } from './municipalities.ts';
import { allowDomain, registerMunicipality } from './participants.ts';
import { importRegister, type ImportReport, type ImportStep } from './register-import.ts';

const TODAY = '2026-11-25';

const importText = (db: Db, text: string) => importRegister(db, strToU8(text), { today: TODAY });

async function imported(db: Db, text: string): Promise<ImportReport> {
	const outcome = await importText(db, text);
	if ('refused' in outcome) throw new Error(JSON.stringify(outcome));
	return outcome.report;
}

/** All lines with another date, changed as told. */
function later(changes: Record<string, string | undefined> = {}, date = '20260630'): string {
	return registerText(changes).replaceAll('20260131', date);
}

const rowsOf = (db: Db) => db.read.select().from(municipality).orderBy(municipality.key).all();
const rowOf = (db: Db, key: string) => rowsOf(db).find((row) => row.key === key);
const importsOf = (db: Db) => db.read.select().from(registerImport).all();
const namesFor = async (db: Db, text: string) =>
	(await searchMunicipalities(db, text, { limit: 10 })).map(({ name }) => name);

describe('importing a register', () => {
	test('stores every entry, with its date', async () => {
		const db = openTemporaryDatabase();
		const report = await imported(db, registerText());
		expect(report).toMatchObject({ date: '2026-01-31', unchanged: 0, nothingNew: false });
		expect(report.added).toHaveLength(6);
		expect(rowsOf(db)).toHaveLength(6);
		expect(rowOf(db, '05901001')).toEqual({
			key: '05901001',
			name: 'Nordöhm',
			kind: 'municipality',
			state: '05',
			districtKey: '05901',
			districtName: 'Kreis Musterau',
			associationKey: '059015001',
			population: 700,
			area: 500,
			registerDate: '2026-01-31',
			goneOn: null,
			successorKey: null,
			fictitious: false
		});
	});

	test('keeps its own record of what it did', async () => {
		const db = openTemporaryDatabase();
		const bytes = zipSync({ 'GV100AD_31012026.txt': strToU8(registerText()) });
		await importRegister(db, bytes, { today: TODAY });
		expect(importsOf(db)).toMatchObject([
			{
				registerDate: '2026-01-31',
				importedOn: TODAY,
				sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
				report: { added: 6, changed: 0, gone: 0, merged: 0, unincorporated: 1, singleMunicipalities: 2 }
			}
		]);
	});

	test('tells of its steps in their order', async () => {
		const db = openTemporaryDatabase();
		const steps: ImportStep[] = [];
		await importRegister(db, strToU8(registerText()), { today: TODAY, tell: (step) => steps.push(step) });
		expect(steps).toEqual(['reading', 'comparing', 'writing']);
	});

	test('makes what it brought searchable at once', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		expect(await namesFor(db, 'suedoehm')).toEqual(['Südöhm']);
	});

	test('changes nothing when the same comes again, in whatever form', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		const before = [rowsOf(db), importsOf(db)];
		expect(await imported(db, registerText({}, '\n'))).toMatchObject({
			nothingNew: true,
			unchanged: 6,
			added: [],
			gone: []
		});
		expect([rowsOf(db), importsOf(db)]).toEqual(before);
	});

	test('dates everything anew when a later file says the same', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		expect(await imported(db, later())).toMatchObject({ nothingNew: false, unchanged: 6 });
		expect(new Set(rowsOf(db).map(({ registerDate }) => registerDate))).toEqual(new Set(['2026-06-30']));
	});

	test('takes over what has changed', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		const town = registerLine('60', {
			key: '059010030003',
			name: 'Bad Musterau, Stadt',
			code: '63',
			area: 2000,
			population: 9100
		});
		const { changed } = await imported(db, later({ town }));
		expect(changed.map(({ after }) => after.name)).toEqual(['Kreis Musterau', 'Bad Musterau, Stadt']);
		expect(rowOf(db, '05901003')).toMatchObject({ name: 'Bad Musterau, Stadt', population: 9100 });
		expect(await namesFor(db, 'bad')).toEqual(['Bad Musterau, Stadt']);
	});
});

describe('entries that a later register no longer names', () => {
	const merged = {
		north: undefined,
		town: registerLine('60', { key: '059010030003', name: 'Musterau, Stadt', code: '63', area: 2500, population: 9700 })
	};

	test('stay as rows with the date and a suggested successor, and are no longer offered', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		const { gone } = await imported(db, later(merged));
		expect(gone).toMatchObject([{ entry: { key: '05901001' }, successor: { key: '05901003' } }]);
		expect(rowOf(db, '05901001')).toMatchObject({
			goneOn: '2026-06-30',
			successorKey: '05901003',
			registerDate: '2026-01-31'
		});
		expect(await namesFor(db, 'nordöhm')).toEqual([]);
		expect(importsOf(db)[1]?.report).toMatchObject({ gone: 1, merged: 1 });
	});

	test('come back when a register names them again', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		await imported(db, later(merged));
		const { added } = await imported(db, later({}, '20261231'));
		expect(added.map(({ key }) => key)).toEqual(['05901001']);
		expect(rowOf(db, '05901001')).toMatchObject({ goneOn: null, successorKey: null, registerDate: '2026-12-31' });
		expect(await namesFor(db, 'nordöhm')).toEqual(['Nordöhm']);
	});

	test('stay even where an assessment names them', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		await storeCheck(db, { mode: 'confidential', municipalityKey: '05901001' });
		await imported(db, later(merged));
		expect(rowOf(db, '05901001')).toMatchObject({ goneOn: '2026-06-30' });
	});
});

describe('an import that is refused', () => {
	test.each([
		['one bad line among good ones', registerText({ south: SMALL_REGISTER.south?.slice(0, 140) }), 'badLines'],
		['a line without the record above it', registerText({ association: undefined }), 'badLines'],
		['a table of another kind', 'key;name\n05901001;Nordöhm\n', 'notRegister'],
		['headings without entries', `${SMALL_REGISTER.land}\n`, 'notRegister'],
		['only blanks', ' \n', 'notRegister']
	])('changes nothing: %s', async (_, text, refused) => {
		const db = openTemporaryDatabase();
		expect(await importText(db, text)).toMatchObject({ refused });
		expect([rowsOf(db), importsOf(db)]).toEqual([[], []]);
	});

	test('names the bad line', async () => {
		const db = openTemporaryDatabase();
		const outcome = await importText(db, registerText({ south: SMALL_REGISTER.south?.slice(0, 145) }));
		expect(outcome).toEqual({ refused: 'badLines', bad: [{ line: 8, problem: 'population', found: '000000' }] });
	});

	test('leaves the register as it is when the file is older', async () => {
		const db = openTemporaryDatabase();
		await imported(db, later());
		const before = rowsOf(db);
		expect(await importText(db, registerText())).toEqual({
			refused: 'older',
			date: '2026-01-31',
			present: '2026-06-30'
		});
		expect(rowsOf(db)).toEqual(before);
	});

	test('leaves the register as it is when the file is an extract', async () => {
		const db = openTemporaryDatabase();
		await imported(db, registerText());
		const { land, cityDistrict, cityAlone, city } = SMALL_REGISTER;
		const extract = [land, cityDistrict, cityAlone, city].join('\n').replaceAll('20260131', '20260630');
		expect(await importText(db, extract)).toEqual({ refused: 'extract', gone: 5, of: 6 });
		expect(rowsOf(db).filter(({ goneOn }) => goneOn !== null)).toEqual([]);
	});

	test('is undone as a whole when the last step fails', async () => {
		const db = openTemporaryDatabase();
		const fails = importRegister(db, strToU8(registerText()), { today: null as unknown as string });
		await expect(fails).rejects.toThrow();
		expect(rowsOf(db)).toEqual([]);
		expect(await namesFor(db, 'musterau')).toEqual([]);
	});
});

describe('made-up entries', () => {
	test('make room for the official ones, whatever the dates', async () => {
		const db = openTemporaryDatabase();
		await ensureFictitiousRegister(db);
		const count = rowsOf(db).length;
		const report = await imported(db, registerText().replaceAll('20260131', '20201231'));
		expect(report.fictitious).toEqual({ removed: count, hidden: 0 });
		expect(report.gone).toEqual([]);
		expect(rowsOf(db).map(({ fictitious }) => fictitious)).toEqual(Array(6).fill(false));
	});

	test('stay, but are no longer offered, where an assessment names them', async () => {
		const db = openTemporaryDatabase();
		await ensureFictitiousRegister(db);
		const [used] = await searchMunicipalities(db, 'Zwolfenrath', { limit: 1 });
		await storeCheck(db, { mode: 'confidential', municipalityKey: used?.key ?? '' });
		expect((await imported(db, registerText())).fictitious.hidden).toBe(1);
		expect(rowsOf(db).filter(({ fictitious }) => fictitious)).toMatchObject([{ key: used?.key, goneOn: '2026-01-31' }]);
		expect(await namesFor(db, 'Zwolfenrath')).toEqual([]);
	});

	test('stay as well where somebody takes part for them, or a domain is allowed', async () => {
		const db = openTemporaryDatabase();
		await ensureFictitiousRegister(db);
		const [tried, other] = await searchMunicipalities(db, 'Zwolfen', { limit: 2 });
		await registerMunicipality(db, await addUser(db, 'kim@musterau.example'), tried?.key ?? '', TODAY);
		await allowDomain(db, { domain: 'musterau.example', key: other?.key ?? '' }, TODAY);
		expect((await imported(db, registerText())).fictitious.hidden).toBe(2);
		expect(await findGone(db)).toMatchObject([{ key: tried?.key, goneOn: '2026-01-31', suggested: undefined }]);
	});
});
