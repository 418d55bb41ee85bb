/** Brings the official register into the database: all of a file or nothing of it. */
import { createHash } from 'node:crypto';
import { compareRegisters, type RegisterComparison } from '#lib/domain/municipality/register-comparison.ts';
import { registerEntries, type LeftOut, type RegisterEntry } from '#lib/domain/municipality/register-entry.ts';
import { readRegister, type BadLine } from '#lib/domain/municipality/register.ts';
import { indexMunicipalities } from '#lib/server/db/municipality-search.ts';
import type { Db } from '#lib/server/db/open.ts';
import { registerImport } from '#lib/server/db/schema.ts';
import { textOfRegisterFile, type FileRefusal } from './register-file.ts';
import { findRegisterDate, presentEntries, retireFictitious, storeComparison } from './register-store.ts';

/** What an import did; counts of entries, except for `leftOut` (records of the file). */
export interface ImportReport extends RegisterComparison {
	date: string;
	leftOut: LeftOut;
	/** the same file, or one that says the same, was there already */
	nothingNew: boolean;
	/** made-up entries that made room: `removed` were in no assessment, `hidden` are no longer offered */
	fictitious: { removed: number; hidden: number };
}

export type ImportRefusal =
	| FileRefusal
	| { refused: 'notRegister' }
	| { refused: 'badLines'; bad: BadLine[] }
	/** the register here is newer, of the date `present` */
	| { refused: 'older'; date: string; present: string }
	/** so many of the entries here would vanish that the file is no whole register */
	| { refused: 'extract'; gone: number; of: number };

export type ImportStep = 'reading' | 'comparing' | 'writing';

/** A year of reforms takes less than a twentieth of the municipalities away. */
const LARGEST_LOSS = 1 / 4;

/**
 * Imports a GV100AD file, plain or zipped. Nothing changes unless all of it can be used.
 *
 * @param options.today `YYYY-MM-DD`
 * @param options.tell hears of each step as it begins
 */
export async function importRegister(
	db: Db,
	bytes: Uint8Array,
	options: { today: string; tell?: (step: ImportStep, count: number) => void }
): Promise<{ report: ImportReport } | ImportRefusal> {
	const tell = options.tell ?? (() => undefined);
	tell('reading', bytes.length);
	const read = readEntries(bytes);
	if ('refused' in read) return read;
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return db.write((writer) => {
		const { date, entries, leftOut } = read;
		tell('comparing', entries.length);
		const before = presentEntries(writer);
		const present = findRegisterDate(writer);
		if (present && date < present) return { refused: 'older', date, present };
		const comparison = compareRegisters(before, entries);
		const gone = comparison.gone.length;
		if (gone > before.length * LARGEST_LOSS) return { refused: 'extract', gone, of: before.length };
		const nothingNew = date === present && comparison.unchanged === entries.length && gone === 0;
		if (nothingNew)
			return { report: { ...comparison, date, leftOut, nothingNew, fictitious: { removed: 0, hidden: 0 } } };
		tell('writing', entries.length);
		const report = { ...comparison, date, leftOut, nothingNew, fictitious: retireFictitious(writer, date) };
		storeComparison(writer, comparison, date);
		indexMunicipalities(writer);
		const row = { registerDate: date, importedOn: options.today, sha256, report: countsOf(report) };
		writer.insert(registerImport).values(row).run();
		return { report };
	});
}

/** The entries of a file, and nothing where a single line cannot be used. */
export function readEntries(
	bytes: Uint8Array
): { date: string; entries: RegisterEntry[]; leftOut: LeftOut } | ImportRefusal {
	const unpacked = textOfRegisterFile(bytes);
	if ('refused' in unpacked) return unpacked;
	const file = readRegister(unpacked.text);
	if ('bad' in file) {
		return file.readable === 0 ? { refused: 'notRegister' } : { refused: 'badLines', bad: file.bad };
	}
	const result = registerEntries(file);
	if ('bad' in result) return { refused: 'badLines', bad: result.bad };
	return result.entries.length === 0 ? { refused: 'notRegister' } : { date: file.date, ...result };
}

function countsOf({ added, changed, unchanged, gone, leftOut, fictitious }: ImportReport): Record<string, number> {
	const merged = gone.filter(({ successor }) => successor !== null).length;
	const { removed: fictitiousRemoved, hidden: fictitiousHidden } = fictitious;
	return {
		added: added.length,
		changed: changed.length,
		unchanged,
		gone: gone.length,
		merged,
		...leftOut,
		fictitiousRemoved,
		fictitiousHidden
	};
}
