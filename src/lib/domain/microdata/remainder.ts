/** D6 for microdata: published tables and the rows of a file must not leave few municipalities over between them. */
import { knownTooWell, tooFew, type Holder } from '#lib/domain/disclosure/disclosure.ts';
import { tallyOf } from '#lib/domain/disclosure/change.ts';
import type { Participant } from '#lib/domain/disclosure/participant.ts';
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

/** The combination in which somebody stands whose rows are from a release, told by its number; undefined without a row. */
export type LabelIn = (participant: Participant, release: number) => Label | undefined;

/** Municipalities that stand in the same tables and the same combinations. */
interface Class {
	tables: ReadonlySet<number>;
	labels: ReadonlySet<Label>;
	ids: string[];
}

/** How often a reader counts those of each class: once, or not at all. */
type Target = readonly number[];

/**
 * The combination that has to be given up, since a table, or the sum or difference of two, differs from some combinations by
 * fewer municipalities than a number may be about; undefined where none does. Counts alone decide, no score does.
 */
export function findRemainder(
	file: Microdata,
	{ releases, standing }: Beside,
	labelIn: LabelIn,
	holders: readonly Holder[]
): Label | undefined {
	for (const dimension of DIMENSIONS) {
		const tables = standing.get(dimension);
		if (!tables || tables.size === 0) continue;
		// Whoever closed again stands once with each score; and, for whoever knows both, as one.
		const scoreAnd = ({ id, marks }: Participant) => `${id} ${marks[dimension]}`;
		const withScore = releases.map((some) => some.filter(({ marks }) => typeof marks[dimension] === 'number'));
		for (const keyOf of releases.length > 1 ? [scoreAnd, idOf] : [idOf]) {
			const found = findIn(classesOf(file, tables, withScore, labelIn, keyOf), tables.size, holders);
			if (found !== undefined) return found;
		}
	}
	return undefined;
}

const idOf = ({ id }: Participant) => id;

function classesOf(
	{ combinations }: Microdata,
	tables: StandingTables,
	releases: readonly (readonly Participant[])[],
	labelIn: LabelIn,
	keyOf: (one: Participant) => string
): Class[] {
	const people = new Map<string, { id: string; tables: Set<number>; labels: Set<Label> }>();
	const personOf = (one: Participant) => {
		const key = keyOf(one);
		const person = people.get(key) ?? { id: one.id, tables: new Set(), labels: new Set() };
		people.set(key, person);
		return person;
	};
	[...tables].forEach(([group, { from }], position) => {
		for (const one of releases[from] ?? []) if (one.groups.includes(group)) personOf(one).tables.add(position);
	});
	for (const from of new Set(combinations.map(({ from }) => from))) {
		const own = new Set(combinations.filter((one) => one.from === from).map(labelOf));
		for (const one of releases[from - 1] ?? []) {
			const label = labelIn(one, from);
			if (label !== undefined && own.has(label)) personOf(one).labels.add(label);
		}
	}
	const classes = new Map<string, Class>();
	for (const { id, tables, labels } of people.values()) {
		const key = JSON.stringify([[...tables], [...labels]]);
		const known = classes.get(key) ?? { tables, labels, ids: [] };
		classes.set(key, known);
		known.ids.push(id);
	}
	return [...classes.values()];
}

function findIn(classes: readonly Class[], tables: number, holders: readonly Holder[]): Label | undefined {
	const every = new Set(classes.flatMap(({ labels }) => [...labels]));
	for (const target of targetsOf(classes, tables)) {
		const { chosen, touched } = nearest(classes, target);
		const ids = new Set(classes.filter((_, index) => target[index]).flatMap(({ labels }) => [...labels]));
		const few = tallyOf(new Set(touched.flatMap((one) => one.ids)), holders);
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
	classes.forEach(({ labels, ids }, index) => {
		for (const label of labels)
			balance.set(label, (balance.get(label) ?? 0) + (target[index] ? ids.length : -ids.length));
	});
	const chosen = new Set([...balance].filter(([, more]) => more > 0).map(([label]) => label));
	const touched = classes.filter(({ labels }, index) => labels.intersection(chosen).size !== target[index]);
	return { chosen, touched };
}

/** By the municipalities behind it, then by name; what is left over of all others has nothing that it could become. */
function smallest(classes: readonly Class[], labels: ReadonlySet<Label>): Label | undefined {
	const size = (label: Label) => classes.reduce((sum, one) => sum + (one.labels.has(label) ? one.ids.length : 0), 0);
	const sized = [...labels].filter((label) => label !== EVERYTHING).map((label) => ({ label, size: size(label) }));
	return sized.sort((a, b) => a.size - b.size || (a.label < b.label ? -1 : 1))[0]?.label;
}
