/** D9 (b): which scores of a combination are shown. */
import { GROUP_MINIMUM } from '#lib/domain/disclosure/minimum.ts';
import { comparePatterns, MICRODATA_STEPS, PATTERN_MINIMUM, type Pattern } from './microdata.ts';

/** D9: who knows one score, from a council's paper, must still have so many scores to choose from in the other dimensions. */
const VALUE_MINIMUM = 2;

/**
 * Municipalities that may pool what they know: where all but so many share a score, those that differ may be them, and the
 * score is that of every other municipality.
 */
const POOLING = 3;

/** More than there are scores. */
const CODES = 5 * MICRODATA_STEPS + 1;

const POSITIONS = [0, 1, 2] as const;
type Position = (typeof POSITIONS)[number];

/** A row as everybody gets it; null where a score is withheld, exactly as where there is none. */
export type ShownRow = Pattern;

/**
 * The rows as everybody gets them. A score is withheld where those that share it in their dimension do not have three different
 * patterns, and two different scores in each other dimension; those that are withheld count as sharing one. So a score that
 * somebody knows neither picks a row nor tells another score. Nor is a score shown that all but three share. Where three
 * different patterns are not left, all are withheld; and so are all scores of a dimension in which fewer than ten have one (D4).
 */
export function shownRows(rows: readonly Pattern[]): ShownRow[] {
	const few = POSITIONS.filter((position) => isOfFew(rows, position));
	const shown = rows.map(
		(pattern) => pattern.map((score, at) => (few.includes(at as Position) ? null : score)) as ShownRow
	);
	for (let position = nextToHide(shown); position !== undefined; position = nextToHide(shown)) {
		const [where, score] = position;
		for (const row of shown) if (row[where] === score) row[where] = null;
	}
	const isTold = POSITIONS.some((position) => shown.length > 0 && !isVaried(shown, position));
	const isHidden = isTold || countPatterns(shown) < PATTERN_MINIMUM;
	return (isHidden ? shown.map((): ShownRow => [null, null, null]) : shown).sort(comparePatterns);
}

/** D4: who lacks a score is known to some; the others must be ten. */
function isOfFew(rows: readonly Pattern[], position: Position): boolean {
	const scored = rows.filter((pattern) => pattern[position] !== null).length;
	return scored < rows.length && scored < GROUP_MINIMUM;
}

/**
 * The dimension and the score that are withheld next: what nearly all share; the rarest of those that may not be shown; or of
 * the others, where only what is withheld already is too little.
 */
function nextToHide(shown: readonly ShownRow[]): [Position, number] | undefined {
	for (const position of POSITIONS) {
		const classes = [...Map.groupBy(shown, (row) => row[position])];
		const scores = classes.flatMap(([score, some]) => (score === null ? [] : [{ score, some }]));
		scores.sort((a, b) => a.some.length - b.some.length || a.score - b.score);
		const common = scores.find(({ some }) => shown.length - some.length <= POOLING);
		if (common) return [position, common.score];
		const first = scores.find(({ some }) => !isDiverse(some, position)) ?? undefined;
		if (first) return [position, first.score];
		const hidden = classes.find(([score]) => score === null)?.[1];
		if (hidden && !isDiverse(hidden, position) && scores[0]) return [position, scores[0].score];
	}
	return undefined;
}

function isDiverse(rows: readonly ShownRow[], known: Position): boolean {
	return countPatterns(rows) >= PATTERN_MINIMUM && POSITIONS.every((other) => other === known || isVaried(rows, other));
}

function isVaried(rows: readonly ShownRow[], position: Position): boolean {
	const values = new Set(rows.map((row) => row[position]));
	return values.size >= VALUE_MINIMUM || values.has(null);
}

/** How many different patterns there are. */
export function countPatterns(rows: readonly Pattern[]): number {
	return new Set(rows.map(codeOf)).size;
}

/** Different for different patterns. */
function codeOf(row: Pattern): number {
	const digit = (score: number | null) => (score ?? 0) * MICRODATA_STEPS;
	return (digit(row[0]) * CODES + digit(row[1])) * CODES + digit(row[2]);
}
