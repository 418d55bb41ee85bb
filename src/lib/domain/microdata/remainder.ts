/** D6 for microdata: published tables and the rows of a file must not leave few municipalities over between them. */
import { knownTooWell, tooFew, type Holder, type Tally } from '#lib/domain/disclosure/disclosure.ts';
import type { Group } from '#lib/domain/disclosure/group.ts';
import type { Participant } from '#lib/domain/disclosure/participant.ts';
import { Registry, type Path, type Stand } from '#lib/domain/disclosure/path.ts';
import type { Memory, StandingTables } from '#lib/domain/disclosure/time.ts';
import { DIMENSIONS } from '#lib/domain/instrument/dimension.ts';
import type { Microdata } from './microdata.ts';
import { EVERYTHING, labelOf, type Label } from './scheme.ts';

/** What is published beside a file. */
export interface Beside {
	/** who took part, release by release, the present one last */
	releases: readonly (readonly Participant[])[];
	/** the tables of the present release */
	standing: Memory['standing'];
}

/** What is published of one dimension, with the ways of the municipalities behind it through the releases. */
export interface PathsBeside {
	tables: StandingTables;
	paths: readonly Path[];
}

/** The combination of whoever stood in these groups, in rows from a release, told by its number; undefined without a row. */
export type LabelIn = (groups: readonly Group[], release: number) => Label | undefined;

/** Municipalities that stand in the same tables and the same combinations. */
interface Class {
	tables: ReadonlySet<number>;
	labels: ReadonlySet<Label>;
	paths: Path[];
	/** whoever closed again with another score may be counted twice */
	count: number;
}

/** How often a reader counts those of each class: once, or not at all. */
type Target = readonly number[];

/** Dimension by dimension, as far as there are tables: what does not depend on the file. */
export function pathsBeside({ releases, standing }: Beside, holders: readonly Holder[]): PathsBeside[] {
	const registry = new Registry(releases, holders);
	return DIMENSIONS.flatMap((dimension) => {
		const tables = standing.get(dimension);
		return tables && tables.size > 0 ? [{ tables, paths: registry.paths(({ marks }) => marks[dimension]) }] : [];
	});
}

/**
 * The combination that has to be given up, since a table, or the sum or difference of two, differs from some combinations by
 * fewer municipalities than a number may be about; undefined where none does. Counts alone decide, no score does.
 */
export function findRemainder(file: Microdata, beside: readonly PathsBeside[], labelIn: LabelIn): Label | undefined {
	for (const { tables, paths } of beside) {
		// Whoever closed again stands once with each score; and, for whoever knows both, as one.
		const several = paths.some(({ stands }) => stands.length > 1);
		for (const countedIn of several ? [withEachScore, asOne] : [asOne]) {
			const found = findIn(classesOf(file, tables, paths.flatMap(countedIn), labelIn), tables.size);
			if (found !== undefined) return found;
		}
	}
	return undefined;
}

/** Whom a reader counts as one, and where they stand in each release. */
interface One {
	path: Path;
	stands: readonly (Stand | undefined)[];
}

const asOne = (path: Path): One[] => [{ path, stands: path.stands }];

function withEachScore(path: Path): One[] {
	const scores = new Set(path.stands.flatMap((stand) => stand?.score ?? []));
	return Array.from(scores, (score) => ({
		path,
		stands: path.stands.map((stand) => (stand?.score === score ? stand : undefined))
	}));
}

function classesOf(
	{ combinations }: Microdata,
	tables: StandingTables,
	ones: readonly One[],
	labelIn: LabelIn
): Class[] {
	const own = Map.groupBy(combinations, ({ from }) => from);
	const labelsOf = new Map(Array.from(own, ([from, some]) => [from, new Set(some.map(labelOf))]));
	const sources = Array.from(tables, ([group, { from }], position) => ({ group, from, position }));
	const classes = new Map<string, Class>();
	for (const { path, stands } of ones) {
		const inside = sources.filter(({ group, from }) => stands[from]?.groups.includes(group));
		const inTables = inside.map(({ position }) => position);
		const labels = new Set<Label>();
		for (const [from, known] of labelsOf) {
			const stand = stands[from - 1];
			const label = stand && labelIn(stand.groups, from);
			if (label !== undefined && known.has(label)) labels.add(label);
		}
		if (inTables.length + labels.size === 0) continue;
		const key = JSON.stringify([inTables, [...labels]]);
		const found = classes.get(key) ?? { tables: new Set(inTables), labels, paths: [], count: 0 };
		classes.set(key, found);
		found.paths.push(path);
		found.count += path.tally[0];
	}
	return [...classes.values()];
}

function tallyOf(paths: ReadonlySet<Path>): Tally {
	const tally: number[] = [0];
	for (const path of paths) path.tally.forEach((count, index) => (tally[index] = (tally[index] ?? 0) + count));
	return tally as unknown as Tally;
}

function findIn(classes: readonly Class[], tables: number): Label | undefined {
	const every = new Set(classes.flatMap(({ labels }) => [...labels]));
	for (const target of targetsOf(classes, tables)) {
		const { chosen, touched } = nearest(classes, target);
		const ids = new Set(classes.filter((_, index) => target[index]).flatMap(({ labels }) => [...labels]));
		const few = tallyOf(new Set(touched.flatMap((one) => one.paths)));
		if (chosen.size > 0 && few[0] > 0 && (tooFew(few) || knownTooWell(few)))
			return smallest(classes, chosen) ?? smallest(classes, ids) ?? smallest(classes, every) ?? EVERYTHING;
	}
	return undefined;
}

/** The tables, and the sums and differences of two that count nobody twice. */
function* targetsOf(classes: readonly Class[], tables: number): Generator<Target> {
	const rows = Array.from({ length: tables }, (_, position) =>
		classes.map((one) => (one.tables.has(position) ? 1 : 0))
	);
	yield* rows;
	for (const [index, row] of rows.entries())
		for (const [other, more] of rows.entries()) {
			const signs = other > index ? [1, -1] : other < index ? [-1] : [];
			for (const sign of signs) {
				const target = row.map((value, position) => value + sign * (more[position] ?? 0));
				if (target.every((value) => value === 0 || value === 1)) yield target;
			}
		}
}

/** The combinations that come nearest to a target, and the classes that make the difference. */
function nearest(classes: readonly Class[], target: Target) {
	const balance = new Map<Label, number>();
	classes.forEach(({ labels, count }, index) => {
		for (const label of labels) balance.set(label, (balance.get(label) ?? 0) + (target[index] ? count : -count));
	});
	const chosen = new Set([...balance].filter(([, more]) => more > 0).map(([label]) => label));
	const touched = classes.filter(({ labels }, index) => labels.intersection(chosen).size !== target[index]);
	return { chosen, touched };
}

/** By the municipalities behind it, then by name; what is left over of all others has nothing that it could become. */
function smallest(classes: readonly Class[], labels: ReadonlySet<Label>): Label | undefined {
	const size = (label: Label) => classes.reduce((sum, one) => sum + (one.labels.has(label) ? one.count : 0), 0);
	const sized = [...labels].filter((label) => label !== EVERYTHING).map((label) => ({ label, size: size(label) }));
	return sized.sort((a, b) => a.size - b.size || (a.label < b.label ? -1 : 1))[0]?.label;
}
