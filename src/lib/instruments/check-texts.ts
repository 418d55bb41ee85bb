/** The check of a folder of texts for the people who write them: all rules of `instrument-rules.ts`. */
import { readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isScalar } from 'yaml';
import type { Instrument } from '#lib/domain/instrument/instrument.ts';
import { problem, type Problem } from '#lib/domain/instrument/rules.ts';
import { passagesIn } from '#lib/domain/instrument/passages.ts';
import { writingProblems } from '#lib/domain/instrument/writing-rules.ts';
import { byVersion, findInstrument } from './index.ts';
import { readVersionFolder } from './version-folder.ts';
import { lineOf, type LocatedProblem, type YamlFile } from './yaml-file.ts';

const VERSION = /^\d+\.\d+\.\d+$/;

/**
 * Everything that is to be said about the texts in a folder, file by file in the order of lines. A folder that is
 * named like a version stands beside the earlier ones; elsewhere those of the product are taken.
 */
export function checkTexts(folder: string): LocatedProblem[] {
	const { files, problems } = readVersionFolder(folder, {
		...neighbours(folder),
		earlier: (id, version) => findNeighbour(folder, version) ?? findInstrument(id, version)?.instrument
	});
	const wording = files.flatMap((file) =>
		[...quotes(file), ...writingProblems(file.data)].map((found) => ({
			...found,
			file: file.name,
			line: lineOf(file, found.path)
		}))
	);
	return [...problems, ...wording].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

function neighbours(folder: string): { version?: string; previous?: string } {
	const version = basename(resolve(folder));
	if (!VERSION.test(version)) return {};
	const versions = versionsBeside(folder);
	const previous = versions[versions.indexOf(version) - 1];
	return { version, ...(previous !== undefined && { previous }) };
}

function versionsBeside(folder: string): string[] {
	return readdirSync(dirname(resolve(folder)))
		.filter((name) => VERSION.test(name))
		.sort(byVersion);
}

function findNeighbour(folder: string, version: string): Instrument | undefined {
	if (!versionsBeside(folder).includes(version)) return undefined;
	const beside = join(dirname(resolve(folder)), version);
	return readVersionFolder(beside, { version, earlier: () => undefined }).instrument;
}

/** Texts without double quotation marks: a colon or a hash in them would be read as YAML. */
function quotes(file: YamlFile): Problem[] {
	return passagesIn(file.data).flatMap(({ path }) => {
		const node = file.document.getIn(path, true);
		if (!isScalar(node) || node.type === 'QUOTE_DOUBLE') return [];
		const de = 'Hier fehlen die doppelten Anführungszeichen.';
		return [problem('quotes', path, de, 'The double quotation marks are missing here.')];
	});
}
