/** The made-up register that comes with the product, so that it works before an official one has been imported. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { indexMunicipalities } from '#lib/server/db/municipality-search.ts';
import type { Db } from '#lib/server/db/open.ts';
import { readEntries } from './register-import.ts';
import { addEntries, hasEntries } from './register-store.ts';

/** In the format of the official file; seen from the root of the project, like the migrations. */
export const FICTITIOUS_REGISTER = join('src', 'lib', 'server', 'municipalities', 'fictitious-register.txt');

/**
 * Fills an empty register with made-up entries; does nothing where any entry is.
 * @throws {Error} where the file that comes with the product is broken
 */
export async function ensureFictitiousRegister(db: Db): Promise<void> {
	if (hasEntries(db.read)) return;
	const register = readEntries(await readFile(FICTITIOUS_REGISTER));
	if ('refused' in register) throw new Error(`${FICTITIOUS_REGISTER} is broken: ${JSON.stringify(register)}`);
	await db.write((writer) => {
		addEntries(writer, register.entries, register.date, true);
		indexMunicipalities(writer);
	});
}
