/**
 * What a schema of single values cannot see: whether the ids of an instrument are unique, belong together and point
 * to something that exists, and whether its scales count without a gap.
 */
import { problem, type Problem } from './rules.ts';
import { itemsOf, type Instrument } from './instrument.ts';
import { SDG_TARGETS } from './sdg-targets.ts';

/** The parts on steering of the reporting framework "Berichtsrahmen Nachhaltige Kommune". */
const BNK: ReadonlySet<string> = new Set(['01', '02', '03', '04', '05', '06', '07', '08', '09']);

/** Everything that does not fit together; empty for a sound instrument. Paths begin at the merged instrument. */
export function consistencyProblems(instrument: Instrument): Problem[] {
	return [
		...belongingProblems(instrument),
		...coreProblems(instrument),
		...scaleProblems(instrument),
		...idLists(instrument).flatMap(repeatedIds),
		...referenceProblems(instrument),
		...evidenceProblems(instrument)
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
		id.startsWith(start)
			? []
			: [problem('ids', path, `${id} muss mit ${start} beginnen.`, `${id} must begin with ${start}`)];
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
			return [problem('core', [...criterionPath(d, c), 'items'], de, en)];
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
			return value === expected ? [] : [problem('scales', place, de, en)];
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
		.map(({ path, id }) => problem('ids', path, `${id} kommt zweimal vor.`, `${id} occurs twice.`));
}

/** Hurdles and theses point to items, criteria to roles, targets of the 2030 Agenda and parts of the BNK. */
function referenceProblems(instrument: Instrument): Problem[] {
	const items = new Set<string>(itemsOf(instrument, 'full').map((item) => item.id));
	const roles = new Set<string>(instrument.roles.map((role) => role.id));
	const missing = (path: PropertyKey[], ids: string[], known: ReadonlySet<string>) =>
		ids.flatMap((id, index) => {
			if (!known.has(id))
				return [problem('references', [...path, index], `${id} gibt es nicht.`, `${id} does not exist.`)];
			if (ids.indexOf(id) === index) return [];
			return [problem('references', [...path, index], `${id} steht hier zweimal.`, `${id} is listed twice here.`)];
		});
	return [
		...instrument.hurdles.flatMap((hurdle, h) => missing(['hurdles', h, 'items'], hurdle.items, items)),
		...instrument.thesis_sets.flatMap((set, s) =>
			set.theses.flatMap((thesis, t) => missing(['thesis_sets', s, 'theses', t, 'items'], thesis.items, items))
		),
		...instrument.dimensions.flatMap(({ criteria }, d) =>
			criteria.flatMap((criterion, c) => [
				...missing([...criterionPath(d, c), 'roles'], criterion.roles, roles),
				...missing([...criterionPath(d, c), 'sdg'], criterion.sdg, SDG_TARGETS),
				...missing([...criterionPath(d, c), 'bnk'], criterion.bnk, BNK)
			])
		)
	];
}

function evidenceProblems(instrument: Instrument): Problem[] {
	return instrument.dimensions.flatMap((dimension, d) =>
		dimension.criteria.flatMap(({ items }, c) =>
			items.flatMap(({ evidence: { de, en } }, i) => {
				if (de.length === en.length && de.length >= 2 && de.length <= 3) return [];
				return [
					problem(
						'evidence',
						[...criterionPath(d, c), 'items', i, 'evidence'],
						`Hier sind es ${de.length} auf Deutsch und ${en.length} auf Englisch.`,
						`Here there are ${de.length} in German and ${en.length} in English.`
					)
				];
			})
		)
	);
}
