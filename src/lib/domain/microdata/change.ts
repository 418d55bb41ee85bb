/** D7 for microdata: by how many rows two files differ, in each combination and in every union that both have. */
import { CHANGE_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import type { Combination, Microdata, Pattern } from './microdata.ts';
import { labelOf, placeIn, PLACES, type Label, type Scheme } from './scheme.ts';
import { shownRows } from './shown.ts';

/** By pattern, how many more rows there are than before. */
type Net = ReadonlyMap<string, number>;

/**
 * Rows as they are, and rows as they are shown, each by all of their scores and by some of them: none may differ in one to four.
 * Otherwise five changed rows could hide that a single one of them changed in a dimension.
 */
type Change = readonly Net[];

/** Every choice of dimensions by which two files can be compared. */
const CHOICES: readonly (readonly (0 | 1 | 2)[])[] = [[0, 1, 2], [0, 1], [0, 2], [1, 2], [0], [1], [2]];

function netOf(before: readonly Pattern[], now: readonly Pattern[], choice: (typeof CHOICES)[number]): Net {
	const net = new Map<string, number>();
	const count = (rows: readonly Pattern[], step: number) => {
		for (const row of rows) {
			const scores = String(choice.map((position) => row[position]));
			net.set(scores, (net.get(scores) ?? 0) + step);
		}
	};
	count(before, -1);
	count(now, 1);
	return new Map([...net].filter(([, more]) => more !== 0));
}

function changeOf(before: readonly Combination[], now: readonly Combination[]): Change {
	const rowsOf = (some: readonly Combination[]) => some.flatMap(({ rows }) => rows);
	const shownOf = (some: readonly Combination[]) => some.flatMap(({ rows }) => shownRows(rows));
	const views = [
		[rowsOf(before), rowsOf(now)],
		[shownOf(before), shownOf(now)]
	] as const;
	return views.flatMap(([then, present]) => CHOICES.map((choice) => netOf(then, present, choice)));
}

/** The fewest municipalities whose coming, leaving or changing makes the difference. */
function rowsIn(net: Net): number {
	let [gone, come] = [0, 0];
	for (const more of net.values()) {
		if (more > 0) come += more;
		else gone -= more;
	}
	return Math.max(gone, come);
}

/** @param known municipalities behind it that a single holder knows: so many more must have changed */
function isTooLittle(change: Change, known: number): boolean {
	return change.some((net) => {
		const rows = rowsIn(net);
		return rows > 0 && rows < CHANGE_MINIMUM + known;
	});
}

/** D9: whether the rows of a combination differ from earlier ones in some, but fewer than five. */
export function rowsChangedTooLittle(before: Combination, now: Combination, known: number): boolean {
	return isTooLittle(changeOf([before], [now]), known);
}

/** Whether two combinations have the same rows. */
export function sameRows(before: Combination, now: Combination): boolean {
	return changeOf([before], [now]).every((net) => net.size === 0);
}

export const schemeOf = ({ combinations }: Microdata): Scheme => new Set(combinations.map(labelOf));

/** The smallest sets of bands and kinds that both files tell apart from the rest, with what changed in them. */
function commonSets(before: Microdata, now: Microdata, knownOf: (label: Label) => number) {
	const [then, present] = [schemeOf(before), schemeOf(now)];
	const sets: { places: (typeof PLACES)[number][]; labels: Set<string> }[] = [];
	for (const place of PLACES) {
		const labels = new Set([`then ${placeIn(then, place)}`, `now ${placeIn(present, place)}`]);
		const met = sets.filter((set) => !set.labels.isDisjointFrom(labels));
		const joined = { places: [place], labels };
		for (const set of met) {
			joined.places.push(...set.places);
			joined.labels = joined.labels.union(set.labels);
			sets.splice(sets.indexOf(set), 1);
		}
		sets.push(joined);
	}
	return sets.map(({ places, labels }) => {
		const some = before.combinations.filter((one) => labels.has(`then ${labelOf(one)}`));
		const more = now.combinations.filter((one) => labels.has(`now ${labelOf(one)}`));
		const own = new Set([...some, ...more].map(labelOf));
		const known = [...own].reduce((sum, label) => sum + knownOf(label), 0);
		return { places, change: changeOf(some, more), known };
	});
}

type Common = ReturnType<typeof commonSets>[number];

/**
 * Whether some set of bands and kinds that both files tell apart – alone, two or three together, all of a band, all of a kind,
 * everything – differs in some, but fewer than five rows.
 */
export function unionChangedTooLittle(before: Microdata, now: Microdata, knownOf: (label: Label) => number): boolean {
	const changed = commonSets(before, now, knownOf).filter(({ change }) => change.some((net) => net.size > 0));
	const within = (isIn: (place: (typeof PLACES)[number]) => boolean) =>
		changed.filter(({ places }) => places.every(isIn));
	const families = PLACES.flatMap(({ band, kind }) => [
		within((place) => place.band === band),
		within((place) => place.kind === kind)
	]);
	return [...fewOf(changed), ...families, changed].some((some) => {
		const known = some.reduce((sum, one) => sum + one.known, 0);
		const views = some[0]?.change.keys() ?? [];
		return isTooLittle(
			Array.from(views, (view) => sumOf(some.map(({ change }) => change[view] ?? new Map()))),
			known
		);
	});
}

/** One, two or three of them. */
function fewOf(sets: readonly Common[]): Common[][] {
	return sets.flatMap((first, i) =>
		[[first]].concat(
			sets
				.slice(i + 1)
				.flatMap((second, j) => [[first, second], ...sets.slice(i + j + 2).map((third) => [first, second, third])])
		)
	);
}

function sumOf(nets: readonly Net[]): Net {
	const sum = new Map<string, number>();
	for (const net of nets) for (const [pattern, more] of net) sum.set(pattern, (sum.get(pattern) ?? 0) + more);
	return sum;
}
