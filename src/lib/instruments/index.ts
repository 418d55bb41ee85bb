/**
 * The instruments of this product, version beside version, read once from `<id>/<version>/` beside this file. A text
 * that is broken stops the start.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { sameItems, type Crosswalk } from '#lib/domain/instrument/crosswalk.ts';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { readVersionFolder } from './version-folder.ts';

/** Seen from the root of the project, where the server and every npm script run, like the migrations. */
const TEXTS = join('src', 'lib', 'instruments');
/** The questionnaire that new assessments use, in its latest version. */
const CURRENT = 'standort-2030';

export interface LoadedInstrument {
	instrument: Instrument;
	/** M15: of the canonical JSON, 64 hexadecimal digits */
	sha256: string;
	crosswalk?: Crosswalk;
}

let loaded: LoadedInstrument[] | undefined;

/** Reads all texts, once. @throws {Error} naming file, line, path and reason of all that is wrong */
export function loadInstruments(): LoadedInstrument[] {
	loaded ??= readInstruments(TEXTS);
	return loaded;
}

export function findInstrument(id: string, version: string): LoadedInstrument | undefined {
	return find(loadInstruments(), id, version);
}

/** The latest version of the questionnaire that new assessments use. */
export function currentInstrument(): LoadedInstrument {
	const current = loadInstruments().findLast(({ instrument }) => instrument.id === CURRENT);
	if (!current) throw new Error(`There is no instrument ${CURRENT} in ${TEXTS}`);
	return current;
}

/** The versions below a folder, of each instrument the earliest first. @throws {Error} as `loadInstruments` */
export function readInstruments(folder: string): LoadedInstrument[] {
	const found: LoadedInstrument[] = [];
	for (const id of foldersIn(folder))
		for (const version of foldersIn(join(folder, id)).sort(byVersion))
			found.push(readVersion(folder, id, version, found));
	return found;
}

function readVersion(folder: string, id: string, version: string, before: LoadedInstrument[]): LoadedInstrument {
	const path = join(folder, id, version);
	const previous = before.findLast(({ instrument }) => instrument.id === id)?.instrument.version;
	const { instrument, crosswalk, problems } = readVersionFolder(path, {
		id,
		version,
		...(previous !== undefined && { previous }),
		earlier: (...wanted) => find(before, ...wanted)?.instrument
	});
	if (!instrument || problems.length > 0) {
		const lines = problems.map((p) => `  ${join(path, p.file)}:${p.line} ${p.path.join('.')}: ${p.reason.en}`);
		throw new Error(['The texts of the questionnaire are broken:', ...lines].join('\n'));
	}
	const sha256 = createHash('sha256').update(canonicalJson(instrument)).digest('hex');
	return { instrument, sha256, ...(crosswalk && { crosswalk }) };
}

/**
 * M16: the items that ask the same in two versions, as earlier id → later id.
 * Undefined where no chain of crosswalks leads from the one to the other.
 */
export function findSameItems(
	id: string,
	earlier: string,
	later: string,
	versions = loadInstruments()
): Map<string, string> | undefined {
	const crosswalks: Crosswalk[] = [];
	for (let version = later; version !== earlier;) {
		const step = find(versions, id, version)?.crosswalk;
		if (!step) return undefined;
		crosswalks.unshift(step);
		version = step.from;
	}
	const first = find(versions, id, earlier);
	return first && sameItems(first.instrument, crosswalks);
}

function find(versions: LoadedInstrument[], id: string, version: string): LoadedInstrument | undefined {
	return versions.find(({ instrument }) => instrument.id === id && instrument.version === version);
}

function foldersIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

/** 1.10.0 comes after 1.9.0. */
export function byVersion(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}
