/** Brings the folder of evidence and the rows of the database together again, whatever has come in between. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/open.ts';
import { evidence } from '#lib/server/db/schema-evidence.ts';
import { evidenceFolder, storedFiles } from './files.ts';

/** Rows of files, whose files are not there. */
export function missingFiles(db: Db): string[] {
	const present = new Set(storedFiles(evidenceFolder(db.file)).whole);
	return idsOfFiles(db).filter((id) => !present.has(id));
}

/** Removes files that no row names, and those that never arrived whole; how many. */
export function sweepEvidence(db: Db): number {
	const folder = evidenceFolder(db.file);
	const { whole, parts } = storedFiles(folder);
	if (whole.length + parts.length === 0) return 0;
	const named = new Set(idsOfFiles(db));
	const left = [...whole.filter((id) => !named.has(id)), ...parts];
	for (const name of left) rmSync(join(folder, name), { force: true });
	return left.length;
}

/** Sweeps, and tells what is missing, in sentences for the log; none where all is in order. */
export function tendEvidence(db: Db): string[] {
	const swept = sweepEvidence(db);
	const missing = missingFiles(db);
	return [
		...(swept > 0 ? [`Dateien ohne Nachweis entfernt · files without evidence removed: ${swept}`] : []),
		...(missing.length > 0 ? [`${MISSING} ${missing.join(' ')}`] : [])
	];
}

const MISSING =
	'Dateien von Nachweisen fehlen; bitte aus der Sicherung zurückholen (docs/operations.md). · ' +
	'Files of evidence are missing; please fetch them from the backup:';

function idsOfFiles(db: Db): string[] {
	const rows = db.read.select({ id: evidence.id }).from(evidence).where(eq(evidence.kind, 'file')).all();
	return rows.map(({ id }) => id);
}
