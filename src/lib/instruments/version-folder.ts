/** The folder of one version: `frame.yaml`, a file for each dimension and, from the second version on, `crosswalk.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Crosswalk, crosswalkProblems } from '#lib/domain/instrument/crosswalk.ts';
import { consistencyProblems } from '#lib/domain/instrument/consistency.ts';
import { problem, type Problem } from '#lib/domain/instrument/rules.ts';
import { Dimension, Frame } from '#lib/domain/instrument/schema.ts';
import { DIMENSIONS, type Instrument } from '#lib/domain/instrument/instrument.ts';
import { schemaReason } from './schema-reason.ts';
import { lineOf, readYaml, type LocatedProblem, type YamlFile } from './yaml-file.ts';

export interface VersionFolder {
	files: YamlFile[];
	/** empty where the texts are sound */
	problems: LocatedProblem[];
	/** the frame with its dimensions in place; undefined where a file cannot be read as what it should be */
	instrument?: Instrument;
	crosswalk?: Crosswalk;
}

interface Surroundings {
	/** what the folder's place says about it */
	id?: string;
	version?: string;
	/** the version before this one, if there is any: then a crosswalk is needed */
	previous?: string;
	/** finds an earlier version, to hold the crosswalk against */
	earlier: (id: string, version: string) => Instrument | undefined;
}

export function readVersionFolder(folder: string, surroundings: Surroundings): VersionFolder {
	const { id, version, previous, earlier } = surroundings;
	const result: VersionFolder = { files: [], problems: [] };
	const frame = readPart(folder, 'frame.yaml', Frame, result);
	const dimensions = DIMENSIONS.map((id) => readPart(folder, `${id}.yaml`, Dimension, result));
	const needed = previous !== undefined || existsSync(join(folder, 'crosswalk.yaml'));
	const crosswalk = needed ? readPart(folder, 'crosswalk.yaml', Crosswalk, result) : undefined;
	DIMENSIONS.forEach((id, index) => report(result, `${id}.yaml`, wrongValue('id', id, dimensions[index]?.id)));
	report(result, 'frame.yaml', [...wrongValue('id', id, frame?.id), ...wrongValue('version', version, frame?.version)]);
	if (!frame || result.problems.length > 0) return result;
	const ordered = frame.dimensions.flatMap((id) => dimensions.filter((dimension) => dimension?.id === id));
	const instrument = { ...frame, dimensions: ordered.filter((dimension) => dimension !== undefined) };
	reportMerged(result, instrument, consistencyProblems(instrument));
	if (crosswalk) report(result, 'crosswalk.yaml', checkCrosswalk(crosswalk, instrument, earlier));
	return { ...result, instrument, ...(crosswalk && { crosswalk }) };
}

function readPart<S extends z.ZodType>(folder: string, name: string, schema: S, result: VersionFolder) {
	const path = join(folder, name);
	if (!existsSync(path)) {
		report(result, name, [
			problem('structure', [], 'Diese Datei fehlt im Ordner.', 'This file is missing in the folder.')
		]);
		return undefined;
	}
	const file = readYaml(name, readFileSync(path));
	result.files.push(file);
	result.problems.push(...file.problems);
	if (file.problems.length > 0) return undefined;
	const parsed = schema.safeParse(file.data, { reportInput: true });
	if (parsed.success) return parsed.data;
	report(
		result,
		name,
		parsed.error.issues.map((issue) => ({ rule: 'structure', path: issue.path, reason: schemaReason(issue) }))
	);
	return undefined;
}

/** Adds problems of one file, each with its line. */
function report(result: VersionFolder, name: string, problems: Problem[]): void {
	const file = result.files.find((candidate) => candidate.name === name);
	result.problems.push(
		...problems.map((problem) => ({ ...problem, file: name, line: file ? lineOf(file, problem.path) : 1 }))
	);
}

/** Adds problems of the merged instrument to the files that its parts come from. */
function reportMerged(result: VersionFolder, instrument: Instrument, problems: Problem[]): void {
	for (const problem of problems) {
		const [head, index, ...rest] = problem.path;
		const dimension = head === 'dimensions' ? instrument.dimensions[Number(index)] : undefined;
		if (dimension) report(result, `${dimension.id}.yaml`, [{ ...problem, path: rest }]);
		else report(result, 'frame.yaml', [problem]);
	}
}

/** Folder and file names already say what a file must call itself. */
function wrongValue(key: string, expected: string | undefined, found: string | undefined): Problem[] {
	if (expected === undefined || found === undefined || expected === found) return [];
	const de = `Nach dem Namen von Ordner und Datei muss hier „${expected}“ stehen, nicht „${found}“.`;
	const en = `By the names of folder and file this must be “${expected}”, not “${found}”.`;
	return [problem('ids', [key], de, en)];
}

function checkCrosswalk(crosswalk: Crosswalk, later: Instrument, earlier: Surroundings['earlier']): Problem[] {
	const from = earlier(later.id, crosswalk.from);
	if (from) return crosswalkProblems(crosswalk, from, later);
	const de = `Die frühere Fassung ${crosswalk.from} wurde nicht gefunden.`;
	return [problem('crosswalk', ['from'], de, `The earlier version ${crosswalk.from} was not found.`)];
}
