/**
 * What a schema of single values cannot see: whether the ids of an instrument are unique, belong together and point
 * to something that exists, and whether its scales count without a gap.
 */
import { itemsOf, type Instrument, type Text } from './instrument.ts';

/** What is wrong at one place of a text file, as a sentence in both languages. */
export interface Problem {
	/** keys and indexes from the root of the file to the value */
	path: PropertyKey[];
	reason: Text;
}

const problem = (path: PropertyKey[], de: string, en: string): Problem => ({ path, reason: { de, en } });

/** Everything that does not fit together; empty for a sound instrument. Paths begin at the merged instrument. */
export function consistencyProblems(instrument: Instrument): Problem[] {
	return [
		...belongingProblems(instrument),
		...coreProblems(instrument),
		...scaleProblems(instrument),
		...idLists(instrument).flatMap(repeatedIds),
		...referenceProblems(instrument)
	];
}

/** The part of a path that leads to a criterion. */
const criterionPath = (d: number, c: number): PropertyKey[] => ['dimensions', d, 'criteria', c];

/**
 * Criteria of `decision` are D1, D2 …, items of D1 are D1.1, D1.2 … Numbers may have gaps: an id is never given to
 * another question, so a later version goes on counting.
 */
function belongingProblems(instrument: Instrument): Problem[] {
	const beginning = (path: PropertyKey[], id: string, start: string) =>
		id.startsWith(start) ? [] : [problem(path, `${id} muss mit ${start} beginnen.`, `${id} must begin with ${start}`)];
	return instrument.dimensions.flatMap((dimension, d) =>
		dimension.criteria.flatMap(({ id, items }, c) => [
			...beginning([...criterionPath(d, c), 'id'], id, dimension.id.charAt(0).toUpperCase()),
			...items.flatMap((item, i) => beginning([...criterionPath(d, c), 'items', i, 'id'], item.id, `${id}.`))
		])
	);
}

/** M17: the short variant asks one item of each criterion. */
function coreProblems(instrument: Instrument): Problem[] {
	return instrument.dimensions.flatMap((dimension, d) =>
		dimension.criteria.flatMap(({ id, items }, c) => {
			const count = items.filter((item) => item.core).length;
			if (count === 1) return [];
			const de = `Genau eine Aussage von ${id} gehört zur Kurzfassung (core: true), hier sind es ${count}.`;
			const en = `Exactly one item of ${id} belongs to the short version (core: true); here there are ${count}.`;
			return [problem([...criterionPath(d, c), 'items'], de, en)];
		})
	);
}

function scaleProblems(instrument: Instrument): Problem[] {
	const counting = (path: PropertyKey[], entries: { value: number }[], lowest: number) =>
		entries.flatMap(({ value }, index) => {
			const expected = lowest + index;
			const place = [...path, index, 'value'];
			const de = `Hier muss ${expected} stehen, nicht ${value}: Die Werte zählen ohne Lücke aufwärts.`;
			const en = `This must be ${expected}, not ${value}: values count upwards without a gap.`;
			return value === expected ? [] : [problem(place, de, en)];
		});
	return [
		...counting(['levels'], instrument.levels, 1),
		...counting(['evidence_grades'], instrument.evidence_grades, 0),
		...counting(['importance'], instrument.importance, 1),
		...counting(['hurdle_scale'], instrument.hurdle_scale, 0),
		...counting(['thesis_scales', 'agreement'], instrument.thesis_scales.agreement, -2)
	];
}

interface Place {
	path: PropertyKey[];
	id: string;
}

/** The lists within which an id must not occur twice. */
function idLists(instrument: Instrument): Place[][] {
	const { dimensions, roles, profile, hurdles, thesis_sets } = instrument;
	const places = (path: PropertyKey[], entries: { id: string }[]): Place[] =>
		entries.map(({ id }, index) => ({ path: [...path, index, 'id'], id }));
	return [
		places(['dimensions'], dimensions),
		dimensions.flatMap(({ criteria }, d) => places(['dimensions', d, 'criteria'], criteria)),
		dimensions.flatMap(({ criteria }, d) =>
			criteria.flatMap(({ items }, c) => places([...criterionPath(d, c), 'items'], items))
		),
		places(['roles'], roles),
		places(['profile'], profile),
		...profile.map((field, f) => places(['profile', f, 'options'], field.options ?? [])),
		places(['hurdles'], hurdles),
		places(['thesis_sets'], thesis_sets),
		thesis_sets.flatMap(({ theses }, s) => places(['thesis_sets', s, 'theses'], theses))
	];
}

function repeatedIds(list: Place[]): Problem[] {
	return list
		.filter((place, index) => list.findIndex((other) => other.id === place.id) < index)
		.map(({ path, id }) => problem(path, `${id} kommt zweimal vor.`, `${id} occurs twice.`));
}

/** Hurdles and theses point to items, criteria to roles. */
function referenceProblems(instrument: Instrument): Problem[] {
	const items = new Set<string>(itemsOf(instrument, 'full').map((item) => item.id));
	const roles = new Set<string>(instrument.roles.map((role) => role.id));
	const missing = (path: PropertyKey[], ids: string[], known: Set<string>) =>
		ids.flatMap((id, index) => {
			if (!known.has(id)) return [problem([...path, index], `${id} gibt es nicht.`, `${id} does not exist.`)];
			if (ids.indexOf(id) === index) return [];
			return [problem([...path, index], `${id} steht hier zweimal.`, `${id} is listed twice here.`)];
		});
	return [
		...instrument.hurdles.flatMap((hurdle, h) => missing(['hurdles', h, 'items'], hurdle.items, items)),
		...instrument.thesis_sets.flatMap((set, s) =>
			set.theses.flatMap((thesis, t) => missing(['thesis_sets', s, 'theses', t, 'items'], thesis.items, items))
		),
		...instrument.dimensions.flatMap(({ criteria }, d) =>
			criteria.flatMap(({ roles: asked }, c) => missing([...criterionPath(d, c), 'roles'], asked, roles))
		)
	];
}
