import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RESULT_LIMIT } from '#lib/domain/municipality/search.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { municipality } from '#lib/server/db/schema.ts';
import { searchMunicipalities } from '#lib/server/municipalities/municipalities.ts';
import { importRegister } from '#lib/server/municipalities/register-import.ts';
import { percentile, type Figure, type Section } from './figure.ts';
import { madeUpRegister } from './made-up-register.ts';

const PEOPLE = 500;
/** After so many letters everybody has found it. */
const LETTERS = 12;

/** What people type who look for entries all over the register: every beginning of their names. */
function typings(db: Db): string[] {
	const names = db.read.select({ name: municipality.name }).from(municipality).orderBy(municipality.key).all();
	return Array.from(
		{ length: PEOPLE },
		(_, index) => names[Math.floor((index * names.length) / PEOPLE)]?.name ?? ''
	).flatMap((name) => Array.from({ length: LETTERS - 1 }, (_, index) => name.slice(0, index + 2)));
}

/** Imports the file that REGISTER_FILE names, else a made-up one of the same size; then searches it. */
async function measure(db: Db): Promise<Figure[]> {
	const file = process.env.REGISTER_FILE;
	const bytes = file ? readFileSync(file) : new TextEncoder().encode(madeUpRegister());
	const start = performance.now();
	const outcome = await importRegister(db, bytes, { today: '2026-01-31' });
	const seconds = (performance.now() - start) / 1000;
	if ('refused' in outcome) throw new Error(`The register was refused: ${outcome.refused}`);
	const took: number[] = [];
	for (const text of typings(db)) {
		const begin = performance.now();
		await searchMunicipalities(db, text, { limit: RESULT_LIMIT });
		took.push(performance.now() - begin);
	}
	const entries = outcome.report.added.length;
	return [
		{
			what: `import of a ${file ? 'real' : 'made-up'} register, ${entries} entries`,
			value: seconds,
			unit: 's',
			bar: { better: 'lower', limit: 5 }
		},
		{ what: `search, median of ${took.length}`, value: percentile(took, 0.5), unit: 'ms' },
		{ what: 'search, p95', value: percentile(took, 0.95), unit: 'ms', bar: { better: 'lower', limit: 10 } },
		{ what: 'search, slowest', value: Math.max(...took), unit: 'ms' }
	];
}

async function run(): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'standort-bench-'));
	const db = openDatabase(join(folder, 'register.db'));
	try {
		return await measure(db);
	} finally {
		db.close();
		rmSync(folder, { recursive: true });
	}
}

export const search: Section = {
	name: 'search',
	title: 'Register: import and search while typing',
	method: `${PEOPLE} people type the names of entries from all over the register, ${LETTERS} letters at most; the time is that of the server's search, without HTTP. REGISTER_FILE names a real register to measure with.`,
	run
};
